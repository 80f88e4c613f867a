import type { AppCard, Decoration, Effect, Range, ReplyTo, Service } from '../wire.mts';

/** Request bodies of the message operations, as the contract's schema lets them through. */

export interface MediaSource {
	url?: string;
	attachment_id?: string;
}

export interface TextPartRequest {
	type: 'text';
	value: string;
	text_decorations?: Decoration[];
	inline_stickers?: Array<MediaSource & { range: Range }>;
	mention?: string;
	mention_range?: Range;
}

export type MediaPartRequest = MediaSource & { type: 'media'; sticker?: boolean };

export interface LinkPartRequest {
	type: 'link';
	value: string;
}

export interface AppCardPartRequest {
	type: 'imessage_app';
	app: AppCard;
	layout: Record<string, string>;
	url?: string;
	fallback_text?: string;
	interactive?: boolean;
}

export interface AppClipPartRequest {
	type: 'app_clip';
	value: string;
	caption?: string;
}

export type PartRequest =
	| TextPartRequest
	| MediaPartRequest
	| LinkPartRequest
	| AppCardPartRequest
	| AppClipPartRequest;

export interface ExperienceRequest {
	name: string;
	action: string;
	params?: Record<string, unknown>;
}

export interface ContentRequest {
	parts?: PartRequest[];
	experience?: ExperienceRequest;
	effect?: Effect;
	reply_to?: ReplyTo;
	preferred_service?: Service;
	idempotency_key?: string;
}
