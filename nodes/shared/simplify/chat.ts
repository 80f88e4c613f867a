import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';

import { ownNameOf } from './chatName';
import { simplifyMessage } from './message';
import { handle } from './parts';

/** A chat (contract/openapi.yaml, Chat and CreateChatResponse). */
const chat = z
	.object({
		id: z.string(),
		display_name: z.string().nullish(),
		is_group: z.boolean().nullish(),
		service: z.string().nullish(),
		handles: z.array(handle).nullish(),
		// Linq replaced the score by a status; either can come (contract/behaviour.md, section 10).
		health_status: z.object({ status: z.string() }).nullish(),
		health_score: z.object({ score: z.number() }).nullish(),
		created_at: z.string().nullish(),
		updated_at: z.string().nullish(),
		message: z.record(z.unknown()).nullish(),
	})
	.passthrough();

/**
 * A chat in flat fields, with `name` where it has one of its own, and `title` to show; under the same
 * names as in the trigger's output; with the message of a chat that was just created.
 *
 * @param answer a chat; returned as it is when it does not look like one
 */
export function simplifyChat(answer: IDataObject): IDataObject {
	const read = chat.safeParse(answer);
	if (!read.success) return answer;
	const { data } = read;
	const handles = data.handles ?? [];
	const name = ownNameOf({ ...data, handles });
	const participants = handles.filter(({ is_me: me }) => !me).map((entry) => entry.handle);
	const about = {
		chat_id: data.id,
		// An item can have the name of a contact, which nothing may take the place of.
		...(name !== undefined && { name }),
		title: name ?? (participants.join(', ') || data.id),
		is_group: data.is_group ?? false,
		line: handles.find(({ is_me: me }) => me)?.handle ?? null,
		participants,
		service: data.service ?? null,
		health_status: data.health_status?.status ?? null,
		health_score: data.health_score?.score ?? null,
	};
	if (!data.message) {
		return { ...about, created_at: data.created_at, updated_at: data.updated_at };
	}
	return { ...simplifyMessage(data.message as IDataObject), ...about };
}
