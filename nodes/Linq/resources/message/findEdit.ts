import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';

import type { Look } from '../../send/lookup';
import { simplifyMessage } from '../../../shared/simplify/message';

/** A message with text parts (contract/openapi.yaml, Message). */
const message = z.object({
	body: z
		.object({ parts: z.array(z.object({ value: z.string().optional() }).passthrough()) })
		.passthrough(),
});

/** Looks whether the message has its new text. */
export async function findEdit(look: Look): Promise<IDataObject | undefined> {
	const { text, part_index: index } = look.body;
	const read = await look.read(look.url, message);
	if (!read || read.body.parts[Number(index ?? 0)]?.value !== text) return undefined;
	const answer = read.body as IDataObject;
	return look.context.getNodeParameter('simplify', false) ? simplifyMessage(answer) : answer;
}
