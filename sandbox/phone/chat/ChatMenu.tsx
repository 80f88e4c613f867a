import type { ChatView } from '../../live/view.mts';
import { More } from '../Icons.tsx';
import { ask, attempt } from '../lib/act.mts';
import { copy } from '../lib/copy.mts';
import { firstNameOf } from '../lib/store.mts';
import { Menu } from '../Menu.tsx';

/** The contact's actions on the chat as a whole. */
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
			<button
				type="button"
				onClick={() => void attempt(() => copy(location.href, 'The link is in its address bar.'))}
			>
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
