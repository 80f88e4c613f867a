import type { MessageView } from '../../live/view.mts';
import type { Part } from '../../wire.mts';

/** A message in one line. */
export function preview(message: MessageView): string {
	if (message.poll) return `Poll: ${message.poll.options.map(({ text }) => text).join(', ')}`;
	return message.parts.map(partPreview).join(' ');
}

/** A part in one line. */
export function partPreview(part: Part): string {
	switch (part.type) {
		case 'text':
			return part.value;
		case 'link':
			return part.value;
		case 'media':
			return mediaName(part.mime_type);
		case 'imessage_app':
			return part.layout.caption ?? part.app.name;
		case 'app_clip':
			return part.title ?? part.value;
	}
}

function mediaName(type: string): string {
	if (type.startsWith('image/')) return 'Photo';
	if (type.startsWith('video/')) return 'Video';
	return type.startsWith('audio/') ? 'Voice note' : 'File';
}
