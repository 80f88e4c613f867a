import type { IHookFunctions, ILoadOptionsFunctions, IWebhookFunctions } from 'n8n-workflow';
import { z } from 'zod';

import { callLinq } from './client';

const lines = z.object({
	phone_numbers: z.array(z.object({ id: z.string(), phone_number: z.string() })),
});

/** One of the account's lines, in Linq's words. */
export type Line = z.infer<typeof lines>['phone_numbers'][number];

/** All lines of the account. @throws NodeApiError in plain words */
export async function fetchLines(
	context: ILoadOptionsFunctions | IHookFunctions | IWebhookFunctions,
): Promise<Line[]> {
	const answer = await callLinq(context, { method: 'GET', path: '/v3/phone_numbers' }, lines);
	return answer.phone_numbers;
}
