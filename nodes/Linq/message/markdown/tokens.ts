import type { Style } from './styledText';

/** The words of a block as a sequence of tokens. */
export type Token =
	| { kind: 'text'; text: string }
	/** A list's sign with its indentation. */
	| { kind: 'sign'; text: string }
	/** The end of a line in the source. @property line the one that begins, counted from 0 */
	| { kind: 'newline'; line: number }
	| { kind: 'begin' | 'end'; style: Style }
	/** Begins the words of a link or the description of an image. */
	| { kind: 'link' | 'image'; url: string }
	| { kind: 'linkEnd' }
	/** `<br>` */
	| { kind: 'break' }
	/** The next words begin a new line, or follow an empty one. */
	| { kind: 'gap'; lines: 1 | 2 };
