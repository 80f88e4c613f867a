import type { ComponentChildren } from 'preact';
import type { ChatView, MessageView } from '../../live/view.mts';
import type { Reaction } from '../../wire.mts';
import { Avatar } from '../Avatar.tsx';
import { Smile } from '../Icons.tsx';
import { endEffect, play, playing } from '../lib/effects.mts';
import { label, timeOfDay } from '../lib/format.mts';
import { preview } from '../lib/preview.mts';
import type { Row } from '../lib/rows.mts';
import { isUnsettled } from '../lib/rows.mts';
import { firstNameOf, nameOf } from '../lib/store.mts';
import { PartView } from '../parts/PartView.tsx';
import { Poll } from '../parts/Poll.tsx';
import { actionsFor } from './actionsFor.mts';
import { opensWith } from './gestures.mts';
import { InvisibleInk } from './InvisibleInk.tsx';
import { Quote } from './Quote.tsx';
import { Receipt } from './Receipt.tsx';
import { Tapbacks } from './Tapbacks.tsx';

interface Props {
	row: Extract<Row, { kind: 'message' }>;
	chat: ChatView;
	me: string;
	index: number;
	count: number;
	isStop: boolean;
}

/** A message with all its parts. */
export function MessageRow({ row, chat, me, index, count, isStop }: Props) {
	const { message, mine, first, last } = row;
	const effect = playing.value?.messageId === message.id ? playing.value : null;
	const showName = chat.isGroup && !mine && first;
	const classes = ['message', mine ? 'mine' : 'theirs', last ? 'last' : ''];
	if (message.outbound && isUnsettled(message))
		classes.push(message.status === 'failed' ? 'failed' : 'under-way');
	if (effect?.kind === 'bubble') classes.push(`effect-${effect.name}`);
	const name = mine ? 'You' : nameOf(message.from);
	return (
		<article
			class={classes.join(' ')}
			role="article"
			tabIndex={isStop ? 0 : -1}
			aria-posinset={index + 1}
			aria-setsize={count}
			aria-label={`${name}, ${timeOfDay(message.createdAt)}: ${preview(message)}`}
			data-message={message.id}
			onAnimationEnd={({ target, currentTarget }) => {
				if (target === currentTarget.querySelector('.bubbles')) endEffect(message.id);
			}}
		>
			{chat.isGroup && !mine && (
				<span class="sender">
					{last && <Avatar of={nameOf(message.from)} name={nameOf(message.from)} small />}
				</span>
			)}
			<div class="body">
				{showName && <p class="sender-name">{firstNameOf(message.from)}</p>}
				{message.replyTo && <Quote to={message.replyTo} mine={mine} me={me} />}
				<div class="bubbles">
					{message.effect?.name === 'invisible' ? (
						<InvisibleInk>
							<Parts message={message} chat={chat} me={me} />
						</InvisibleInk>
					) : (
						<Parts message={message} chat={chat} me={me} />
					)}
				</div>
				<Footer message={message} row={row} chat={chat} />
			</div>
		</article>
	);
}

type PartsProps = { message: MessageView; chat: ChatView; me: string };

function Parts({ message, chat, me }: PartsProps) {
	if (message.poll) {
		return (
			<Part message={message} partIndex={0} reactions={message.poll.reactions} me={me}>
				<Poll message={message} poll={message.poll} me={me} />
			</Part>
		);
	}
	return (
		<>
			{message.parts.map((part, partIndex) => (
				<Part
					key={partIndex}
					message={message}
					partIndex={partIndex}
					reactions={part.reactions}
					me={me}
				>
					<PartView part={part} isGroup={chat.isGroup} />
				</Part>
			))}
		</>
	);
}

interface PartProps {
	message: MessageView;
	partIndex: number;
	reactions: readonly Reaction[];
	me: string;
	children: ComponentChildren;
}

/** A part with what hangs on it, and what opens its actions. */
function Part({ message, partIndex, reactions, me, children }: PartProps) {
	const open = (element: HTMLElement, finger?: number) => {
		const { left, right, top, bottom } = element.getBoundingClientRect();
		const at = { left, right, top, bottom };
		actionsFor.value = { messageId: message.id, partIndex, at, finger };
	};
	return (
		<div class="part" {...opensWith(open)}>
			{children}
			<Tapbacks message={message} partIndex={partIndex} reactions={reactions} me={me} />
			<button
				type="button"
				class="icon-button react"
				aria-label={`React to or answer: ${preview(message)}`}
				aria-haspopup="dialog"
				onClick={({ currentTarget }) => open(currentTarget)}
			>
				<Smile />
			</button>
		</div>
	);
}

function Footer({
	message,
	row,
	chat,
}: {
	message: MessageView;
	row: Props['row'];
	chat: ChatView;
}) {
	const { effect } = message;
	return (
		<div class="footer">
			{effect?.name && (
				<button type="button" class="replay" onClick={() => play(message.id, effect)}>
					Sent with {label(effect.name)} · Replay
				</button>
			)}
			{message.edited && <span>Edited</span>}
			{row.receipt && <Receipt message={message} mine={row.mine} chat={chat} />}
		</div>
	);
}
