import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';

import { actedOn } from '../../output/answers';
import type { Look } from '../../send/lookup';

/** Who is in a chat (contract/openapi.yaml, ChatHandle). */
const chat = z.object({
	body: z.object({
		handles: z.array(
			z.object({ handle: z.string(), status: z.string().nullish(), left_at: z.string().nullish() }),
		),
	}),
});

/** Looks whether the person is in the chat. */
export async function findAdded(look: Look): Promise<IDataObject | undefined> {
	return (await isInChat(look)) === true ? { success: true, ...said(look) } : undefined;
}

/** Looks whether the person is out of the chat. */
export async function findRemoved(look: Look): Promise<IDataObject | undefined> {
	return (await isInChat(look)) === false ? { deleted: true, ...said(look) } : undefined;
}

async function isInChat(look: Look): Promise<boolean | undefined> {
	const read = await look.read(look.url.replace(/\/participants$/, ''), chat);
	return read?.body.handles.some(
		({ handle, status, left_at: leftAt }) =>
			handle === look.body.handle && !leftAt && (status ?? 'active') === 'active',
	);
}

const said = ({ context }: Look) => actedOn(context, ['chatId', 'handle']);
