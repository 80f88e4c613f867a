import { ApiError } from '../contract/errors.mts';
import { experienceParts } from '../messaging/experiences.mts';
import { messageById, openChat } from '../messaging/lookup.mts';
import { renderSent } from '../messaging/render.mts';
import type { ExperienceRequest } from '../messaging/requests.mts';
import { addOutbound } from '../messaging/send.mts';
import type { AppCard, AppCardPart } from '../wire.mts';
import { operation, type Operation } from './operation.mts';

interface UpdateAppCardRequest {
	layout: Record<string, string>;
	url?: string;
	experience?: ExperienceRequest;
	app?: AppCard;
	fallback_text?: string;
}

/**
 * `/v3/messages/{messageId}/update`: a new version of an app card, as a message of its own. Any
 * version of it may be updated; the last update wins (contract/behaviour.md section 7).
 */
export const appCards: Record<string, Operation> = {
	updateAppCard: operation<UpdateAppCardRequest>(({ params, body, traceId }, world) => {
		const message = messageById(world, params.messageId);
		const chat = openChat(world, message.chatId);
		const [card] = message.parts;
		if (message.direction !== 'outbound' || card?.type !== 'imessage_app') {
			throw new ApiError('1008', 'the message is not an app card of yours');
		}
		if (chat.service !== 'iMessage') throw new ApiError('2018');
		if (message.sentAt === null) throw new ApiError('2015', 'the card is not sent yet');
		const [experience] = body.experience ? experienceParts(world, chat, body.experience) : [];
		const part: AppCardPart = {
			type: 'imessage_app',
			app: body.app ?? card.app,
			layout: body.layout,
			url: body.url ?? (experience?.type === 'imessage_app' ? experience.url : card.url),
			fallback_text: body.fallback_text ?? card.fallback_text,
			reactions: [],
		};
		const update = addOutbound(world, chat, { parts: [part], traceId });
		return { status: 202, body: { chat_id: chat.id, message: renderSent(update) } };
	}),
};
