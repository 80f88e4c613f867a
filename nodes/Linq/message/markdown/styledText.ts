/** Styles of a text in Linq's words; their order is that of ../decorations.ts. */
export type Style = 'bold' | 'italic' | 'strikethrough' | 'underline';

/** Where a text has a style: [start, end) in UTF-16 code units. */
export interface Span {
	start: number;
	end: number;
	style: Style;
}

/** A text that is being written, and its styles. */
export class StyledText {
	text = '';
	/** Those of styles that have ended. */
	readonly spans: Span[] = [];
	/** Styles that go on: how often each was begun, and since where it stands. */
	private readonly current = new Map<Style, { depth: number; start: number }>();

	write(text: string): void {
		this.text += text;
	}

	begin(style: Style): void {
		const current = this.current.get(style);
		if (current) current.depth++;
		else this.current.set(style, { depth: 1, start: this.text.length });
	}

	/** Ends what begin() began; a style that was not begun is none. */
	end(style: Style): void {
		const current = this.current.get(style);
		if (!current || --current.depth > 0) return;
		this.spans.push({ start: current.start, end: this.text.length, style });
		this.current.delete(style);
	}

	/** Writes something that the current styles leave out. */
	writePlain(text: string): void {
		for (const [style, current] of this.current) {
			this.spans.push({ start: current.start, end: this.text.length, style });
			current.start = this.text.length + text.length;
		}
		this.text += text;
	}

	append({ text, spans }: StyledText): void {
		const offset = this.text.length;
		this.text += text;
		for (const { start, end, style } of spans) {
			this.spans.push({ start: start + offset, end: end + offset, style });
		}
	}

	endAll(): void {
		for (const [style, { start }] of this.current) {
			this.spans.push({ start, end: this.text.length, style });
		}
		this.current.clear();
	}
}
