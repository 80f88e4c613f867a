import { connection } from '../lib/store.mts';

/** Shown in place of the phone if there is no chat, or the one in the address is gone. */
export function NoChat({ id }: { id: string | null }) {
	if (connection.value === 'waiting') return <div class="no-chat" aria-busy="true" />;
	if (id !== null) {
		return (
			<div class="no-chat" role="alert">
				<h2>This chat is gone</h2>
				<p>
					There is no chat <code>{id}</code>. The sandbox forgets its chats when it ends or is
					reset.
				</p>
				<a class="button" href="#/">
					To the chats
				</a>
			</div>
		);
	}
	return (
		<div class="no-chat">
			<h2>Nobody has written yet</h2>
			<p>
				You see each chat as the contact does, and answer in their place. What your workflow sends
				appears at once.
			</p>
		</div>
	);
}
