import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';

import type { UnansweredRequest } from '../../operation';
import { actedOn } from '../../output/answers';

/** Who is in a chat (contract/openapi.yaml, ChatHandle). */
const chat = z.object({
	body: z.object({
		handles: z.array(
			z.object({ handle: z.string(), status: z.string().nullish(), left_at: z.string().nullish() }),
		),
	}),
});

/** Looks whether the person is in the chat. */
export async function findAdded(request: UnansweredRequest): Promise<IDataObject | undefined> {
	return (await isInChat(request)) === true ? { success: true, ...said(request) } : undefined;
}

/** Looks whether the person is out of the chat. */
export async function findRemoved(request: UnansweredRequest): Promise<IDataObject | undefined> {
	return (await isInChat(request)) === false ? { deleted: true, ...said(request) } : undefined;
}

async function isInChat(request: UnansweredRequest): Promise<boolean | undefined> {
	const read = await request.read(request.url.replace(/\/participants$/, ''), chat);
	return read?.body.handles.some(
		({ handle, status, left_at: leftAt }) =>
			handle === request.body.handle && !leftAt && (status ?? 'active') === 'active',
	);
}

const said = (request: UnansweredRequest) => actedOn(request, ['chatId', 'handle']);
