import type { ChatView, MessageView } from '../../live/view.mts';
import { timeOfDay } from '../lib/format.mts';

/** How far a message got. */
export function Receipt({
	message,
	mine,
	chat,
}: {
	message: MessageView;
	mine: boolean;
	chat: ChatView;
}) {
	return <span class={`receipt ${message.status}`}>{words(message, mine, chat)}</span>;
}

function words(
	{ status, readAt, failure, service }: MessageView,
	mine: boolean,
	chat: ChatView,
): string {
	if (mine) {
		if (readAt !== null) return `Read ${timeOfDay(readAt)}`;
		return chat.isGroup || service === 'SMS' ? 'Sent' : 'Delivered';
	}
	switch (status) {
		case 'pending':
		case 'queued':
			return 'On its way';
		case 'failed':
			return failure ? `Never arrived: ${failure.reason} (${failure.code})` : 'Never arrived';
		case 'read':
			return readAt === null ? 'Read' : `Read ${timeOfDay(readAt)}`;
		case 'delivered':
			return 'Delivered';
		default:
			return '';
	}
}
