import { ApiError } from '../contract/errors.mts';
import type { Decoration, Effect, Range } from '../wire.mts';
import type { World } from '../world.mts';
import { isPublicUrl } from './media.mts';
import type { ContentRequest, PartRequest, TextPartRequest } from './requests.mts';

/** Rules for a message that the contract's schema cannot express (behaviour.md section 7). */

const MOST_PUBLIC_URLS = 40;
const MOST_STICKER_IMAGES = 10;

const EFFECTS: Record<'screen' | 'bubble', readonly string[]> = {
	screen: [
		'confetti',
		'fireworks',
		'lasers',
		'sparkles',
		'celebration',
		'hearts',
		'love',
		'balloons',
		'happy_birthday',
		'echo',
		'spotlight',
	],
	bubble: ['slam', 'loud', 'gentle', 'invisible'],
};

/**
 * Checks the parts among themselves.
 *
 * @throws ApiError 400/1004 for two texts in a row or too many URLs, 400/1005 for a range
 */
export function checkParts(world: World, parts: readonly PartRequest[]): void {
	for (const [index, part] of parts.entries()) {
		if (part.type !== 'text') continue;
		if (parts[index + 1]?.type === 'text') {
			throw new ApiError(
				'1004',
				`message.parts[${index}] and message.parts[${index + 1}] are both text`,
			);
		}
		checkText(part, `message.parts[${index}]`);
	}
	const publicUrls = parts.filter(
		(part) => part.type === 'media' && part.url && isPublicUrl(world, part.url),
	);
	if (publicUrls.length > MOST_PUBLIC_URLS) {
		throw new ApiError('1004', `at most ${MOST_PUBLIC_URLS} media parts may have a public URL`);
	}
}

/** @throws ApiError 400/1005 for an effect that iMessage does not have */
export function checkEffect(effect: Effect | undefined): void {
	if (!effect?.name) return;
	const kinds = effect.type ? [effect.type] : (['screen', 'bubble'] as const);
	if (!kinds.some((kind) => EFFECTS[kind].includes(effect.name ?? ''))) {
		throw new ApiError('1005', `there is no ${effect.type ?? ''} effect ${effect.name}`);
	}
}

/**
 * The first message of a chat opened by `POST /v3/chats`: Linq drops its effect and its reply.
 *
 * @throws ApiError 400/1005 for a link or a URL in a text
 */
export function firstMessage(content: ContentRequest): ContentRequest {
	const hasLink = (content.parts ?? []).some(
		(part) =>
			part.type === 'link' || (part.type === 'text' && /\b(https?:\/\/|www\.)\S/i.test(part.value)),
	);
	if (hasLink) throw new ApiError('1005_link');
	return { ...content, effect: undefined, reply_to: undefined };
}

/** @throws ApiError 409/2018 or 409/2028 where a part needs iMessage and something else is asked */
export function checkService(content: ContentRequest): void {
	const { preferred_service: service } = content;
	if (service !== 'SMS' && service !== 'RCS') return;
	const types = (content.parts ?? []).map((part) => part.type);
	if (content.experience || types.includes('imessage_app')) throw new ApiError('2018');
	if (types.includes('app_clip')) throw new ApiError('2028');
}

function checkText(part: TextPartRequest, where: string): void {
	const length = part.value.length;
	const decorations = part.text_decorations ?? [];
	for (const { range } of [...decorations, ...(part.inline_stickers ?? [])]) {
		checkRange(range, length, where);
	}
	if (part.mention_range) checkRange(part.mention_range, length, where);
	checkAnimations(decorations, where);
	const stickers = (part.inline_stickers ?? []).map(({ url, attachment_id: id }) => url ?? id);
	if (new Set(stickers).size > MOST_STICKER_IMAGES) {
		throw new ApiError('1005', `${where} has more than ${MOST_STICKER_IMAGES} sticker images`);
	}
}

function checkRange([start, end]: Range, length: number, where: string): void {
	if (start >= end || end > length) {
		throw new ApiError('1005', `${where} has no range [${start}, ${end}), its length is ${length}`);
	}
}

function checkAnimations(decorations: readonly Decoration[], where: string): void {
	for (const [index, one] of decorations.entries()) {
		for (const other of decorations.slice(index + 1)) {
			const overlap = one.range[0] < other.range[1] && other.range[0] < one.range[1];
			if (overlap && (one.animation || other.animation)) {
				throw new ApiError('1005', `${where} has an animation that overlaps another decoration`);
			}
		}
	}
}
