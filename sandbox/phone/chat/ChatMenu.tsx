import type { ChatView } from '../../live/view.mts';
import { More } from '../Icons.tsx';
import { ask, attempt, Problem } from '../lib/act.mts';
import { firstNameOf } from '../lib/store.mts';
import { Menu } from '../Menu.tsx';

/** What the contact can do with the chat as a whole. */
export function ChatMenu({ chat, me }: { chat: ChatView; me: string }) {
	const here = { chat_id: chat.id, from: me };
	const post =
		(path: string, body: object = here) =>
		() =>
			void attempt(() => ask('POST', path, body));
	return (
		<Menu label="What this contact can do" icon={<More />}>
			<button type="button" onClick={post('/read')}>
				Mark as read
			</button>
			<button type="button" onClick={() => void attempt(copyLink)}>
				Copy a link to this chat
			</button>
			{!chat.isGroup && (
				<button type="button" class="danger" onClick={post('/receive', { ...here, text: 'STOP' })}>
					Opt out (texts STOP)
				</button>
			)}
			{chat.isGroup && (
				<button type="button" class="danger" onClick={post('/leave')}>
					Leave the group as {firstNameOf(me)}
				</button>
			)}
		</Menu>
	);
}

async function copyLink(): Promise<void> {
	try {
		await navigator.clipboard.writeText(location.href);
	} catch {
		throw new Problem('The browser does not let the page copy. The link is in its address bar.');
	}
}
