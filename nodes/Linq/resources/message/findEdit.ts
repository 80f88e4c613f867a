import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';

import { simplifyMessage } from '../../../shared/simplify/message';
import type { UnansweredRequest } from '../../operation';
import { wantsSimplified } from '../../output/view';

/** A message with text parts (contract/openapi.yaml, Message). */
const message = z.object({
	body: z
		.object({ parts: z.array(z.object({ value: z.string().optional() }).passthrough()) })
		.passthrough(),
});

/** Looks whether the message has its new text. */
export async function findEdit(request: UnansweredRequest): Promise<IDataObject | undefined> {
	const { text, part_index: index } = request.body;
	const read = await request.read(request.url, message);
	if (!read || read.body.parts[Number(index ?? 0)]?.value !== text) return undefined;
	const answer = read.body as IDataObject;
	return wantsSimplified(request.context) ? simplifyMessage(answer) : answer;
}
