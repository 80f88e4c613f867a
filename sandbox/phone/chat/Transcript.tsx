import { useSignal, useSignalEffect } from '@preact/signals';
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import type { ChatView } from '../../live/view.mts';
import { Down } from '../Icons.tsx';
import { rowsOf, type Row } from '../lib/rows.mts';
import { rowHeight } from '../lib/rowHeight.mts';
import { transcriptOf } from '../lib/store.mts';
import { useVirtual } from '../lib/virtual.mts';
import { MessageRow } from './MessageRow.tsx';
import { NoteRow } from './NoteRow.tsx';
import { TimeRow } from './TimeRow.tsx';
import { TypingDots } from './TypingDots.tsx';

/** The messages of a chat. Only the rows in view are in the document. */
export function Transcript({ chat, me }: { chat: ChatView; me: string }) {
	const scroller = useRef<HTMLDivElement>(null);
	const { messages, notes } = transcriptOf(chat.id);
	const rows = useMemo(
		() => rowsOf(messages.value, notes.value, me),
		[messages.value, notes.value, me],
	);
	const virtual = useVirtual({
		count: rows.length,
		keyOf: (index) => rows[index]?.key ?? String(index),
		estimate: (index) => rowHeight(rows[index]),
		scroller: () => scroller.current,
	});
	useLayoutEffect(() => virtual.scrollToEnd(), [virtual]);
	useOwnMessages(chat.id, me, () => virtual.scrollToEnd());
	const focus = useFocus(rows, (index) => virtual.scrollToIndex(index, { align: 'auto' }));
	const items = virtual.getVirtualItems();
	const atEnd = virtual.isAtEnd(120) || rows.length === 0;

	return (
		<>
			<div class="transcript" ref={scroller} data-rows={rows.length}>
				{rows.length === 0 && <p class="empty">Nothing has been said here yet.</p>}
				<div
					class="rows"
					role="feed"
					aria-label="Messages"
					style={{ height: `${virtual.getTotalSize()}px` }}
					onKeyDown={focus.onKeyDown}
				>
					{items.map(({ index, key, start }) => {
						const row = rows[index];
						return (
							row && (
								<div
									key={key}
									ref={virtual.measureElement}
									data-index={index}
									class="row"
									style={{ transform: `translateY(${start}px)` }}
								>
									<RowContent
										row={row}
										chat={chat}
										me={me}
										index={index}
										count={rows.length}
										isStop={focus.isStop(index)}
									/>
								</div>
							)
						);
					})}
				</div>
				<TypingDots chat={chat} me={me} grew={() => virtual.isAtEnd(80) && virtual.scrollToEnd()} />
			</div>
			{!atEnd && (
				<button type="button" class="to-end" onClick={() => virtual.scrollToEnd()}>
					<Down />
					<span class="hidden">To the newest message</span>
				</button>
			)}
		</>
	);
}

interface Content {
	row: Row;
	chat: ChatView;
	me: string;
	index: number;
	count: number;
	isStop: boolean;
}

function RowContent({ row, chat, me, index, count, isStop }: Content) {
	if (row.kind === 'time') return <TimeRow row={row} />;
	if (row.kind === 'note') return <NoteRow note={row.note} />;
	return <MessageRow row={row} chat={chat} me={me} index={index} count={count} isStop={isStop} />;
}

/** Scrolls to each message of your own. */
function useOwnMessages(chatId: string, me: string, show: () => void): void {
	const { messages } = transcriptOf(chatId);
	const lastOwn = useRef<string>();
	useSignalEffect(() => {
		const last = messages.value.at(-1);
		if (last?.from !== me || last.id === lastOwn.current) return;
		lastOwn.current = last.id;
		requestAnimationFrame(show);
	});
}

/** One message at a time can be reached by Tab; the arrow keys go on from there. */
function useFocus(rows: readonly Row[], show: (index: number) => void) {
	const chosen = useSignal<number | null>(null);
	const last = rows.findLastIndex((row) => row.kind === 'message');
	const stop = chosen.value !== null && chosen.value < rows.length ? chosen.value : last;
	const move = (from: number, step: 1 | -1): number => {
		let index = from + step;
		while (rows[index] && rows[index]?.kind !== 'message') index += step;
		return rows[index] ? index : from;
	};
	const onKeyDown = (event: KeyboardEvent & { currentTarget: HTMLElement }) => {
		const steps: Record<string, () => number> = {
			ArrowUp: () => move(stop, -1),
			ArrowDown: () => move(stop, 1),
			Home: () => move(-1, 1),
			End: () => last,
		};
		const step = steps[event.key];
		if (!step || !(event.target instanceof HTMLElement) || event.target.role !== 'article') return;
		event.preventDefault();
		const { currentTarget: feed } = event;
		chosen.value = step();
		show(chosen.value);
		// The row may have to be drawn first.
		requestAnimationFrame(() =>
			requestAnimationFrame(() =>
				feed.querySelector<HTMLElement>('[role=article][tabindex="0"]')?.focus(),
			),
		);
	};
	return { isStop: (index: number) => index === stop, onKeyDown };
}
