import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';

import type { UnansweredRequest } from '../../operation';
import { actedOn } from '../../output/answers';

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
export async function findAddedReaction(
	request: UnansweredRequest,
): Promise<IDataObject | undefined> {
	if (request.body.type === 'sticker') return undefined;
	return (await isOnMessage(request)) === true ? { success: true, ...said(request) } : undefined;
}

/** Looks whether the tapback is off the message. */
export async function findRemovedReaction(
	request: UnansweredRequest,
): Promise<IDataObject | undefined> {
	return (await isOnMessage(request)) === false ? { deleted: true, ...said(request) } : undefined;
}

/** Whether our tapback is there; undefined where that cannot be told. */
async function isOnMessage(request: UnansweredRequest): Promise<boolean | undefined> {
	const { type, custom_emoji: emoji, part_index: index } = request.body;
	const read = await request.read(request.url.replace(/\/reactions$/, ''), message);
	const part = read?.body.parts[Number(index ?? 0)];
	return part?.reactions?.some(
		(one) => one.is_me && one.type === type && (one.custom_emoji ?? undefined) === emoji,
	);
}

const said = (request: UnansweredRequest) => actedOn(request, ['messageId', 'reaction']);
