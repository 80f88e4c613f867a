import type { ReactionType } from '../../wire.mts';
import { Heart, Thumb } from '../Icons.tsx';

/** The sign of a tapback. */
export function ReactionGlyph({ type, emoji }: { type: ReactionType; emoji: string | null }) {
	switch (type) {
		case 'love':
			return (
				<span class="glyph love" aria-hidden="true">
					<Heart />
				</span>
			);
		case 'like':
			return (
				<span class="glyph" aria-hidden="true">
					<Thumb />
				</span>
			);
		case 'dislike':
			return (
				<span class="glyph flipped" aria-hidden="true">
					<Thumb />
				</span>
			);
		case 'laugh':
			return (
				<span class="glyph word" aria-hidden="true">
					HA
					<br />
					HA
				</span>
			);
		case 'emphasize':
			return (
				<span class="glyph sign" aria-hidden="true">
					!!
				</span>
			);
		case 'question':
			return (
				<span class="glyph sign" aria-hidden="true">
					?
				</span>
			);
		default:
			return (
				<span class="glyph" aria-hidden="true">
					{emoji}
				</span>
			);
	}
}
