import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';

import { simplifyMessage } from '../../shared/simplify/message';
import { handle } from '../../shared/simplify/parts';

/** How Linq chose chat and line (contract/openapi.yaml, AutoFromSendResponse). */
const choice = z
	.object({
		from: z.string().nullish(),
		is_group: z.boolean().nullish(),
		service: z.string().nullish(),
		handles: z.array(handle).nullish(),
		created_new_chat: z.boolean().nullish(),
		from_selection: z.object({ reason: z.string().optional() }).nullish(),
		previous_chat_id: z.string().nullish(),
	})
	.passthrough();

/** A message in flat fields, with the line and chat that Linq chose for it. */
export function simplifySentToPerson(answer: IDataObject): IDataObject {
	const message = simplifyMessage(answer);
	const read = choice.safeParse(answer);
	if (!read.success) return message;
	const { data } = read;
	return {
		...message,
		line: data.from ?? null,
		is_group: data.is_group ?? false,
		participants: (data.handles ?? []).filter(({ is_me: me }) => !me).map((entry) => entry.handle),
		created_new_chat: data.created_new_chat ?? false,
		line_selection: data.from_selection?.reason ?? null,
		previous_chat_id: data.previous_chat_id ?? null,
	};
}
