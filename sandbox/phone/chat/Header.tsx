import type { ChatView } from '../../live/view.mts';
import { Avatar } from '../Avatar.tsx';
import { Back } from '../Icons.tsx';
import { choosePersona } from '../lib/drafts.mts';
import { count, prettyHandle } from '../lib/format.mts';
import { contactsOf, nameOf, titleOf } from '../lib/store.mts';
import { ChatMenu } from './ChatMenu.tsx';

/** Whose phone it is, whom they write to, and over what. */
export function Header({ chat, me }: { chat: ChatView; me: string }) {
	const title = titleOf(chat);
	const active = chat.members.filter((member) => member.status === 'active').length;
	return (
		<header class="chat-head">
			<a class="icon-button back" href="#/" aria-label="All chats">
				<Back />
			</a>
			<Avatar
				of={chat.isGroup ? chat.id : title}
				name={title}
				icon={chat.icon}
				isGroup={chat.isGroup}
			/>
			<div class="chat-title">
				<h2>{title}</h2>
				<p>
					<span class="service-dot" aria-hidden="true" />
					{chat.service}
					{chat.isGroup ? ` · ${count(active, 'person', 'people')}` : ''} · to{' '}
					{nameOf(chat.line) === prettyHandle(chat.line)
						? prettyHandle(chat.line)
						: `${nameOf(chat.line)}, ${prettyHandle(chat.line)}`}
				</p>
			</div>
			{chat.isGroup && (
				<label class="persona">
					<span>You are</span>
					<select
						value={me}
						onChange={({ currentTarget }) => choosePersona(chat.id, currentTarget.value)}
					>
						{contactsOf(chat).map((handle) => (
							<option key={handle} value={handle}>
								{nameOf(handle)}
							</option>
						))}
					</select>
				</label>
			)}
			<ChatMenu chat={chat} me={me} />
		</header>
	);
}
