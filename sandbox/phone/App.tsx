import { Builder } from './builder/Builder.tsx';
import { Chat } from './chat/Chat.tsx';
import { NoChat } from './chat/NoChat.tsx';
import { ChatList } from './chats/ChatList.tsx';
import { Problems } from './Problems.tsx';
import { chatPath, openChat, openTab, side, tabPath } from './lib/route.mts';
import { chats, connection } from './lib/store.mts';

/** The whole page: the list, the phone, the builder's pane. Narrow windows show one at a time. */
export function App() {
	const id = openChat.value;
	const chat = id === null ? undefined : chats.value.get(id);
	return (
		<div class="app" data-side={side.value} data-open={id !== null}>
			<TopBar />
			<aside class="list-pane" aria-label="Chats">
				<ChatList />
			</aside>
			<main class="phone-pane">
				{chat ? <Chat key={chat.id} chat={chat} /> : <NoChat id={id} />}
			</main>
			<aside class="builder-pane" aria-label="For the builder of the workflow">
				<Builder />
			</aside>
			<Problems />
		</div>
	);
}

function TopBar() {
	const phone = openChat.value === null ? '#/' : chatPath(openChat.value);
	return (
		<header class="top-bar">
			<h1 class="brand">
				<img src="/icon.svg" alt="" width="24" height="24" />
				Linq sandbox
			</h1>
			<Connection />
			<nav class="sides" aria-label="Views">
				<a href={phone} aria-current={side.value === 'phone' ? 'page' : undefined}>
					Phone
				</a>
				<a
					href={tabPath(openTab.value)}
					aria-current={side.value === 'builder' ? 'page' : undefined}
				>
					Builder
				</a>
			</nav>
		</header>
	);
}

const WORDS = { waiting: 'Connecting …', live: 'Live', lost: 'Connection lost, trying again …' };

function Connection() {
	return (
		<span class="connection" data-state={connection.value} role="status">
			{WORDS[connection.value]}
		</span>
	);
}
