import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';

import { actedOn } from '../../output/answers';
import type { Look } from '../../send/lookup';

/** The reactions on a message (contract/openapi.yaml, Reaction). */
const message = z.object({
	body: z.object({
		parts: z.array(
			z.object({
				reactions: z
					.array(
						z.object({
							is_me: z.boolean(),
							type: z.string(),
							custom_emoji: z.string().nullish(),
						}),
					)
					.nullish(),
			}),
		),
	}),
});

/** Looks whether the tapback is on the message. Stickers look all alike, so they tell nothing. */
export async function findAddedReaction(look: Look): Promise<IDataObject | undefined> {
	if (look.body.type === 'sticker') return undefined;
	return (await isOnMessage(look)) === true ? { success: true, ...said(look) } : undefined;
}

/** Looks whether the tapback is off the message. */
export async function findRemovedReaction(look: Look): Promise<IDataObject | undefined> {
	return (await isOnMessage(look)) === false ? { deleted: true, ...said(look) } : undefined;
}

/** Whether our tapback is there; undefined where that cannot be told. */
async function isOnMessage(look: Look): Promise<boolean | undefined> {
	const { type, custom_emoji: emoji, part_index: index } = look.body;
	const read = await look.read(look.url.replace(/\/reactions$/, ''), message);
	const part = read?.body.parts[Number(index ?? 0)];
	return part?.reactions?.some(
		(one) => one.is_me && one.type === type && (one.custom_emoji ?? undefined) === emoji,
	);
}

const said = ({ context }: Look) => actedOn(context, ['messageId', 'reaction']);
