export type Tone = 'good' | 'warn' | 'bad' | 'open';

/** How something ended, in a word and a colour. */
export function Status({ tone, text }: { tone: Tone; text: string }) {
	return (
		<span class="status" data-tone={tone}>
			{text}
		</span>
	);
}
