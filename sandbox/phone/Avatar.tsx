import { initials } from './lib/format.mts';
import { isStored } from './lib/storage.mts';
import { Group, Person } from './Icons.tsx';

const HUES = 8;

/** The same colour for the same handle each time. */
function hueOf(text: string): number {
	// FNV-1a, with its high bits folded in.
	let sum = 2_166_136_261;
	for (const letter of text) sum = Math.imul(sum ^ (letter.codePointAt(0) ?? 0), 16_777_619);
	return ((sum ^ (sum >>> 15)) >>> 0) % HUES;
}

interface Props {
	/** Determines its colour. */
	of: string;
	name: string;
	icon?: string | null;
	isGroup?: boolean;
	small?: boolean;
}

/** A round picture, or the first letters of a name. The name itself stands beside it. */
export function Avatar({ of, name, icon, isGroup, small }: Props) {
	const letters = isGroup ? '' : initials(name);
	return (
		<span class={`avatar hue-${hueOf(of)} ${small ? 'small' : ''}`} aria-hidden="true">
			{icon && isStored(icon) ? (
				<img src={icon} alt="" />
			) : (
				letters || (isGroup ? <Group /> : <Person />)
			)}
		</span>
	);
}
