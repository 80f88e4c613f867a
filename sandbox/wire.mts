/** Shapes as they stand in the contract's answers and events (`components/schemas`). */

export type Service = 'iMessage' | 'RCS' | 'SMS';

export type DeliveryStatus =
	| 'pending'
	| 'queued'
	| 'sent'
	| 'delivered'
	| 'received'
	| 'read'
	| 'failed';

export interface ChatHandle {
	id: string;
	handle: string;
	service: Service;
	joined_at: string;
	left_at: string | null;
	is_me: boolean;
	status: 'active' | 'left' | 'removed';
}

export interface HealthStatus {
	status: 'HEALTHY' | 'AT_RISK' | 'CRITICAL' | 'OPTED_OUT';
	doc_url: string;
	updated_at: string;
}

export interface ReactionSticker {
	file_name: string;
	mime_type: string;
	url: string;
	width?: number;
	height?: number;
}

export type ReactionType =
	| 'love'
	| 'like'
	| 'dislike'
	| 'laugh'
	| 'emphasize'
	| 'question'
	| 'custom'
	| 'sticker';

export interface Reaction {
	id: string;
	handle: ChatHandle;
	is_me: boolean;
	type: ReactionType;
	custom_emoji: string | null;
	sticker: ReactionSticker | null;
}

export type Range = [number, number];

export interface Decoration {
	range: Range;
	style?: string;
	animation?: string;
}

export interface TextPart {
	type: 'text';
	value: string;
	text_decorations?: Decoration[];
	inline_stickers?: Array<{
		range: Range;
		id?: string;
		file_name?: string;
		mime_type?: string;
		url?: string;
	}>;
	mentions?: Array<{ handle: string; is_me: boolean; range: Range }>;
	reactions: Reaction[];
}

export interface MediaPart {
	type: 'media';
	id: string;
	url: string;
	filename: string;
	mime_type: string;
	size_bytes: number;
	reactions: Reaction[];
}

export interface LinkPart {
	type: 'link';
	value: string;
	reactions: Reaction[];
}

export interface AppCard {
	bundle_id: string;
	name: string;
	team_id: string;
	app_store_id?: number | null;
}

export interface AppCardPart {
	type: 'imessage_app';
	app: AppCard;
	layout: Record<string, string>;
	url: string;
	fallback_text: string | null;
	reactions: Reaction[];
}

export interface AppClipPart {
	type: 'app_clip';
	value: string;
	title?: string;
	reactions: Reaction[];
}

export type Part = TextPart | MediaPart | LinkPart | AppCardPart | AppClipPart;

export interface Effect {
	type?: 'screen' | 'bubble';
	name?: string;
}

export interface ReplyTo {
	message_id: string;
	part_index?: number;
}
