import type { ChatView } from '../../live/view.mts';
import { changeDraft, draftOf } from '../lib/drafts.mts';
import { firstNameOf } from '../lib/store.mts';

/** Puts the name of somebody in the group into the text, so that they are mentioned there. */
export function MentionPicker({ chat, me }: { chat: ChatView; me: string }) {
	const others = chat.members.filter(({ handle, status }) => status === 'active' && handle !== me);
	return (
		<select
			class="mention-picker"
			aria-label="Mention"
			title="Mention somebody"
			value=""
			onChange={({ currentTarget }) => {
				const handle = currentTarget.value;
				currentTarget.value = '';
				if (handle !== '') mention(chat.id, handle);
			}}
		>
			<option value="">@</option>
			{others.map(({ handle }) => (
				<option key={handle} value={handle}>
					{firstNameOf(handle)}
				</option>
			))}
		</select>
	);
}

/** Linq knows one mention in a text; the last one chosen counts. */
function mention(chatId: string, handle: string): void {
	const name = firstNameOf(handle);
	const { text } = draftOf(chatId);
	const space = text === '' || /\s$/.test(text) ? '' : ' ';
	changeDraft(chatId, { text: `${text}${space}${name} `, mention: { handle, name } });
}
