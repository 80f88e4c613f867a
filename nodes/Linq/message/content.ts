/** Parts of an outgoing message, in Linq's words (contract/openapi.yaml, MessageContent). */
export interface Decoration {
	/** Half-open span in UTF-16 code units, which is what JavaScript's string length counts. */
	range: [start: number, end: number];
	style?: string;
	animation?: string;
}

export interface TextPart {
	type: 'text';
	value: string;
	text_decorations?: Decoration[];
}

export interface MediaPart {
	type: 'media';
	url?: string;
	attachment_id?: string;
}

export interface LinkPart {
	type: 'link';
	value: string;
}

export type MessagePart = TextPart | MediaPart | LinkPart;
