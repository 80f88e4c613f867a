import { computed, useSignal } from '@preact/signals';
import type { ChatView, MessageView } from '../../live/view.mts';
import { Avatar } from '../Avatar.tsx';
import { Compose, Search } from '../Icons.tsx';
import { prettyHandle, shortTime } from '../lib/format.mts';
import { preview } from '../lib/preview.mts';
import { chatPath, openChat } from '../lib/route.mts';
import { chatList, connection, contactsOf, nameOf, titleOf, transcriptOf } from '../lib/store.mts';
import { unread } from '../lib/unread.mts';
import { NewChat } from './NewChat.tsx';

/** How many chats are drawn before one asks for more. */
const SHOWN = 200;

/** With one line, all chats are with it. */
const hasMany = computed(() => new Set(chatList.value.map(({ line }) => line)).size > 1);

/** All chats, the last active first; found by name, number or anything said in them. */
export function ChatList() {
	const sought = useSignal('');
	const isOpen = useSignal(false);
	const shown = useSignal(SHOWN);
	const wanted = sought.value.trim().toLowerCase();
	const found = chatList.value.flatMap((chat) => {
		const hit = wanted === '' ? latest(chat) : match(chat, wanted);
		return hit === null ? [] : [{ chat, message: hit }];
	});
	return (
		<>
			<div class="list-head">
				<label class="search">
					<Search />
					<span class="hidden">Search chats and messages</span>
					<input
						type="search"
						placeholder="Search"
						value={sought.value}
						onInput={({ currentTarget }) => (sought.value = currentTarget.value)}
					/>
				</label>
				<button
					type="button"
					class="icon-button accent"
					aria-label="New conversation"
					title="New conversation"
					onClick={() => (isOpen.value = true)}
				>
					<Compose />
				</button>
			</div>
			<nav aria-label="Chats" class="chat-list">
				{found.length === 0 && connection.value !== 'waiting' && (
					<p class="empty">
						{wanted === '' ? 'No chats yet. Start one with the button above.' : 'Nothing found.'}
					</p>
				)}
				<ul>
					{found.slice(0, shown.value).map(({ chat, message }) => (
						<Entry key={chat.id} chat={chat} message={message} />
					))}
				</ul>
				{found.length > shown.value && (
					<button type="button" class="more" onClick={() => (shown.value += SHOWN)}>
						Show {found.length - shown.value} more
					</button>
				)}
			</nav>
			{isOpen.value && <NewChat close={() => (isOpen.value = false)} />}
		</>
	);
}

const latest = (chat: ChatView): MessageView | undefined =>
	transcriptOf(chat.id).messages.value.at(-1);

/** The message to show for a chat that was searched for; null where it does not fit. */
function match(chat: ChatView, wanted: string): MessageView | undefined | null {
	const names = [
		titleOf(chat),
		...contactsOf(chat),
		...contactsOf(chat).map(prettyHandle),
		chat.id,
	];
	const said = transcriptOf(chat.id).messages.value.findLast((message) =>
		message.parts.some((part) => 'value' in part && part.value.toLowerCase().includes(wanted)),
	);
	if (said) return said;
	return names.some((name) => name.toLowerCase().includes(wanted)) ? latest(chat) : null;
}

function Entry({ chat, message }: { chat: ChatView; message: MessageView | undefined }) {
	const isOpen = openChat.value === chat.id;
	const title = titleOf(chat);
	const fresh = unread.value.get(chat.id) ?? 0;
	const marks = [
		...(chat.blocked.length > 0 ? ['Blocked'] : []),
		...(chat.optedOut.length > 0 && !chat.isGroup ? ['Opted out'] : []),
	];
	return (
		<li>
			<a
				href={chatPath(chat.id)}
				class="chat-entry"
				aria-current={isOpen ? 'true' : undefined}
				data-chat={chat.id}
			>
				<Avatar
					of={chat.isGroup ? chat.id : title}
					name={title}
					icon={chat.icon}
					isGroup={chat.isGroup}
				/>
				<span class="entry-title">{title}</span>
				<span class="entry-time">{message ? shortTime(message.createdAt, Date.now()) : ''}</span>
				<span class="entry-text">{message ? preview(message) : 'No messages yet'}</span>
				<span class="entry-marks">
					{marks.map((mark) => (
						<span class="mark" key={mark}>
							{mark}
						</span>
					))}
					{fresh > 0 && (
						<span class="badge">
							{fresh}
							<span class="hidden"> new</span>
						</span>
					)}
				</span>
				{hasMany.value && <span class="entry-line">to {nameOf(chat.line)}</span>}
			</a>
		</li>
	);
}
