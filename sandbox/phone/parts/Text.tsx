import type { TextPart } from '../../wire.mts';
import { isStored } from '../lib/storage.mts';
import { isEmojiOnly, textRuns, type Run } from '../lib/textRuns.mts';

/** A text with its decorations. */
export function Text({ part, isGroup }: { part: TextPart; isGroup: boolean }) {
	const runs = textRuns(part);
	const bare = runs.length === 1 && isEmojiOnly(part.value);
	return (
		<p class={bare ? 'bubble-bare' : 'bubble'}>
			{runs.map((run, index) => (
				<Stretch key={index} run={run} isGroup={isGroup} />
			))}
		</p>
	);
}

function Stretch({ run, isGroup }: { run: Run; isGroup: boolean }) {
	if (run.sticker !== null && isStored(run.sticker)) {
		return <img class="inline-sticker" src={run.sticker} alt={run.text} />;
	}
	const classes = [
		...run.styles.map((style) => `text-${style}`),
		...(run.animation === null ? [] : [`text-${run.animation}`]),
		...(run.mention && isGroup ? ['mention'] : []),
	];
	if (run.href !== null) {
		return (
			<a class={classes.join(' ')} href={run.href} target="_blank" rel="noopener noreferrer">
				{run.text}
			</a>
		);
	}
	return classes.length === 0 ? <>{run.text}</> : <span class={classes.join(' ')}>{run.text}</span>;
}
