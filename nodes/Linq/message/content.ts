import type { IDataObject } from 'n8n-workflow';

import type { BinaryFile } from '../files/binaryFile';
import type { Range } from './ranges';

/** Parts of an outgoing message, in Linq's words (contract/openapi.yaml, MessagePart). */
export type MessagePart = TextPart | MediaPart | LinkPart | AppCardPart | AppClipPart;

export interface TextPart {
	type: 'text';
	value: string;
	text_decorations?: Decoration[];
	inline_stickers?: InlineSticker[];
	/** Handle of somebody in the group. */
	mention?: string;
	mention_range?: Range;
}

export interface Decoration {
	range: Range;
	style?: string;
	animation?: string;
}

/** A file that Linq has, or one that it downloads; exactly one of the two. */
export interface FileSource {
	url?: string;
	attachment_id?: string | BinaryFile;
}

export interface InlineSticker extends FileSource {
	/** The characters that the sticker replaces; SMS and RCS show them instead. */
	range: Range;
}

export interface MediaPart extends FileSource {
	type: 'media';
	sticker?: boolean;
}

export interface LinkPart {
	type: 'link';
	value: string;
}

export interface AppCardPart {
	type: 'imessage_app';
	app: IDataObject;
	layout: IDataObject;
	url?: string;
	fallback_text?: string;
	interactive?: boolean;
}

export interface AppClipPart {
	type: 'app_clip';
	value: string;
	caption?: string;
}
