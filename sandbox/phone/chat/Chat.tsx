import type { ChatView } from '../../live/view.mts';
import { ScreenEffect } from '../effects/ScreenEffect.tsx';
import { personaOf } from '../lib/drafts.mts';
import { contactsOf } from '../lib/store.mts';
import { Actions } from './Actions.tsx';
import { Announcer } from './Announcer.tsx';
import { Banner } from './Banner.tsx';
import { Composer } from './Composer.tsx';
import { Header } from './Header.tsx';
import { Transcript } from './Transcript.tsx';
import { usePlayedEffects } from './usePlayedEffects.mts';

/** One chat, as the contact sees it. */
export function Chat({ chat }: { chat: ChatView }) {
	const me =
		personaOf(chat.id, contactsOf(chat)) || (chat.members.find((m) => !m.isLine)?.handle ?? '');
	usePlayedEffects(chat.id);
	return (
		<section class={`chat ${chat.service === 'iMessage' ? 'blue' : 'green'}`} aria-label="Chat">
			<Header chat={chat} me={me} />
			<Banner chat={chat} />
			<div class="transcript-frame">
				<Transcript chat={chat} me={me} />
				<ScreenEffect />
			</div>
			<Composer chat={chat} me={me} />
			<Actions chat={chat} me={me} />
			<Announcer chatId={chat.id} me={me} />
		</section>
	);
}
