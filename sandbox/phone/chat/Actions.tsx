import { useLayoutEffect, useRef } from 'preact/hooks';
import type { ChatView, MessageView } from '../../live/view.mts';
import type { Reaction } from '../../wire.mts';
import { Pencil, Reply } from '../Icons.tsx';
import { ask, attempt } from '../lib/act.mts';
import { changeDraft } from '../lib/drafts.mts';
import { messageById } from '../lib/store.mts';
import { EMOJI, TAPBACKS } from '../lib/tapbacks.mts';
import { actionsFor } from './actionsFor.mts';
import { focusComposer } from './Composer.tsx';
import { ReactionGlyph } from './ReactionGlyph.tsx';

const GAP = 6;
const EDGE = 8;

type Choice = Pick<Reaction, 'type' | 'custom_emoji'>;

/** Tapbacks, reply and edit for one part of a message. */
export function Actions({ chat, me }: { chat: ChatView; me: string }) {
	const box = useRef<HTMLDivElement>(null);
	const target = actionsFor.value;
	const message = target ? messageById(target.messageId) : undefined;
	useLayoutEffect(() => {
		const panel = box.current;
		if (!panel || !target || !message) return;
		panel.showPopover();
		// Lifted elsewhere, the finger would close what it has just opened.
		if (target.finger !== undefined) panel.setPointerCapture(target.finger);
		const { left, right, top, bottom } = target.at;
		const { offsetWidth: width, offsetHeight: height } = panel;
		const middle = (left + right) / 2 - width / 2;
		panel.style.left = `${Math.min(Math.max(EDGE, middle), window.innerWidth - width - EDGE)}px`;
		panel.style.top = `${top - height - GAP > EDGE ? top - height - GAP : bottom + GAP}px`;
		panel.querySelector<HTMLElement>('button')?.focus();
	}, [target]);

	const close = () => {
		actionsFor.value = null;
	};
	return (
		<div
			ref={box}
			popover="auto"
			class="actions"
			role="dialog"
			aria-label="React or answer"
			onToggle={(event) => {
				if (event.newState === 'closed') close();
			}}
		>
			{target && message && (
				<Choices
					chat={chat}
					me={me}
					message={message}
					partIndex={target.partIndex}
					close={() => box.current?.hidePopover()}
				/>
			)}
		</div>
	);
}

interface ChoicesProps {
	chat: ChatView;
	me: string;
	message: MessageView;
	partIndex: number;
	close: () => void;
}

function Choices({ chat, me, message, partIndex, close }: ChoicesProps) {
	const part = message.parts[partIndex];
	const reactions = message.poll?.reactions ?? part?.reactions ?? [];
	const isOn = ({ type, custom_emoji: emoji }: Choice) =>
		reactions.some(
			(entry) => entry.handle.handle === me && entry.type === type && entry.custom_emoji === emoji,
		);
	const react = (choice: Choice) => {
		close();
		void attempt(() =>
			ask(
				'POST',
				isOn(choice) ? '/unreact' : '/react',
				reactionBody(message, partIndex, me, choice),
			),
		);
	};
	const toComposer = (draft: Parameters<typeof changeDraft>[1]) => {
		close();
		changeDraft(chat.id, draft);
		focusComposer();
	};
	const at = { messageId: message.id, partIndex };
	return (
		<>
			<div class="tapback-choices" role="group" aria-label="Tapbacks">
				{TAPBACKS.map(({ type, label }) => (
					<button
						key={type}
						type="button"
						aria-label={label}
						title={label}
						aria-pressed={isOn({ type, custom_emoji: null })}
						onClick={() => react({ type, custom_emoji: null })}
					>
						<ReactionGlyph type={type} emoji={null} />
					</button>
				))}
			</div>
			<div class="tapback-choices emoji" role="group" aria-label="Emoji">
				{EMOJI.map((emoji) => (
					<button
						key={emoji}
						type="button"
						aria-label={`React with ${emoji}`}
						aria-pressed={isOn({ type: 'custom', custom_emoji: emoji })}
						onClick={() => react({ type: 'custom', custom_emoji: emoji })}
					>
						{emoji}
					</button>
				))}
			</div>
			<button type="button" onClick={() => toComposer({ replyTo: at, editing: null })}>
				<Reply /> Reply
			</button>
			{message.from === me && part?.type === 'text' && (
				<button
					type="button"
					onClick={() => toComposer({ editing: at, replyTo: null, text: part.value })}
				>
					<Pencil /> Edit
				</button>
			)}
		</>
	);
}

/** The body of `/react` and `/unreact`. */
export const reactionBody = (
	message: MessageView,
	partIndex: number,
	me: string,
	{ type, custom_emoji: emoji }: Choice,
): object => ({
	message_id: message.id,
	part_index: partIndex,
	from: me,
	type,
	...(emoji === null ? {} : { custom_emoji: emoji }),
});
