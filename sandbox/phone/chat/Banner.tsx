import type { ChatView } from '../../live/view.mts';
import { shortTime } from '../lib/format.mts';
import { firstNameOf, lines } from '../lib/store.mts';

/** Obstacles between the contact and the line. */
export function Banner({ chat }: { chat: ChatView }) {
	const texts = [
		...chat.blocked.map(
			(handle) => `Blocked. The account blocked ${firstNameOf(handle)}: what they text is dropped.`,
		),
		...(chat.isGroup ? [] : chat.optedOut).map(
			({ handle, since }) =>
				`Opted out ${shortTime(since, Date.now())}. Sends to ${firstNameOf(handle)} are refused until they text anything else.`,
		),
		...(chat.members.some((member) => member.isLine && member.status !== 'active')
			? ['The line has left this group.']
			: []),
		...([...lines.value.values()].some(
			(line) => line.phoneNumber === chat.line && line.status === 'FLAGGED',
		)
			? ['The line is flagged: it can receive, but not send.']
			: []),
	];
	if (texts.length === 0) return null;
	return (
		<div class="banners" role="note">
			{texts.map((text) => (
				<p key={text}>{text}</p>
			))}
		</div>
	);
}
