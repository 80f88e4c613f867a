import type { Part } from '../../wire.mts';
import type { Row } from './rows.mts';

const LINE = 21;
const LETTERS_A_LINE = 44;

/** About how high a row will be, in pixels; the real height is measured when it is drawn. */
export function rowHeight(row: Row | undefined): number {
	if (!row) return 0;
	if (row.kind !== 'message') return 40;
	const { message } = row;
	const parts = message.poll
		? 70 + message.poll.options.length * 44
		: message.parts.reduce((sum, part) => sum + partHeight(part) + 2, 0);
	return parts + (row.first ? 8 : 0) + (row.receipt ? 20 : 0) + (message.replyTo ? 34 : 0);
}

function partHeight(part: Part): number {
	if (part.type === 'text') {
		return 14 + LINE * Math.max(1, Math.ceil(part.value.length / LETTERS_A_LINE));
	}
	if (part.type !== 'media') return 110;
	return part.mime_type.startsWith('image/') || part.mime_type.startsWith('video/') ? 220 : 60;
}
