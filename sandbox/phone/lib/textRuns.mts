import type { TextPart } from '../../wire.mts';

/** A stretch of a text that looks the same throughout. */
export interface Run {
	text: string;
	styles: string[];
	animation: string | null;
	/** Whether somebody is mentioned. */
	mention: boolean;
	/** Address of the picture that stands in its place. */
	sticker: string | null;
	/** Address, where it is a link. */
	href: string | null;
}

interface Span {
	start: number;
	end: number;
	apply: (run: Run) => void;
}

const LINK = /\bhttps?:\/\/[^\s<>"]+[^\s<>".,;:!?)\]]/gi;

/** Cuts a text where its decorations, mentions, stickers and links begin and end. */
export function textRuns(part: TextPart): Run[] {
	const spans = spansOf(part);
	const { value } = part;
	const cuts = new Set([0, value.length]);
	for (const { start, end } of spans) cuts.add(start).add(end);
	const places = [...cuts].filter((at) => at <= value.length).sort((one, other) => one - other);
	return places.slice(0, -1).map((start, index) => {
		const end = places[index + 1] ?? value.length;
		const run: Run = {
			text: value.slice(start, end),
			styles: [],
			animation: null,
			mention: false,
			sticker: null,
			href: null,
		};
		for (const span of spans) if (span.start <= start && end <= span.end) span.apply(run);
		return run;
	});
}

function spansOf(part: TextPart): Span[] {
	const spans: Span[] = [];
	const add = ([start, end]: [number, number], apply: (run: Run) => void) =>
		spans.push({ start, end, apply });
	for (const { range, style, animation } of part.text_decorations ?? []) {
		if (style) add(range, (run) => run.styles.push(style));
		if (animation) add(range, (run) => (run.animation = animation));
	}
	for (const { range } of part.mentions ?? []) add(range, (run) => (run.mention = true));
	for (const { range, url } of part.inline_stickers ?? []) {
		add(range, (run) => (run.sticker = url ?? null));
	}
	for (const match of part.value.matchAll(LINK)) {
		const [href] = match;
		add([match.index, match.index + href.length], (run) => (run.href = href));
	}
	return spans;
}

const EMOJI = String.raw`\p{Extended_Pictographic}(?:\p{Emoji_Modifier}|\uFE0F|\u200D\p{Extended_Pictographic})*`;
const EMOJI_ONLY = new RegExp(`^(?:${EMOJI}\\s?){1,3}$`, 'u');

/** Whether a text is nothing but one to three emoji, which are shown large. */
export const isEmojiOnly = (text: string): boolean => EMOJI_ONLY.test(text);
