import { ApiError } from '../contract/errors.mts';
import { chatById } from '../messaging/lookup.mts';
import { isTakenAsMemo } from '../files/accept.mts';
import { partElsewhere, partOf, storedFile } from '../messaging/media.mts';
import type { MediaSource } from '../messaging/requests.mts';
import { addOutbound, checkMayWrite, checkRate } from '../messaging/send.mts';
import { activeContacts, hasLeft } from '../state/chats.mts';
import type { MediaPart } from '../wire.mts';
import type { World } from '../world.mts';
import { operation, type Operation } from './operation.mts';

/** Most bytes of a voice memo (contract/behaviour.md section 8). */
const LARGEST_MEMO = 10 * 1024 * 1024;

interface VoiceMemoRequest {
	voice_memo_url?: string;
	attachment_id?: string;
	override_optout: boolean;
}

/** `/v3/chats/{chatId}/voicememo`. Without an idempotency key: each request sends. */
export const voiceMemos: Record<string, Operation> = {
	sendVoiceMemoToChat: operation<VoiceMemoRequest>(({ params, body, traceId }, world) => {
		const chat = chatById(world, params.chatId);
		if (hasLeft(chat)) throw new ApiError('2013');
		const contacts = activeContacts(chat);
		checkMayWrite(world, chat.line, contacts, body.override_optout);
		const source = { url: body.voice_memo_url, attachment_id: body.attachment_id };
		const { part, durationMs } = memo(world, source);
		checkRate(world, chat.line, contacts);
		const message = addOutbound(world, chat, { parts: [part], traceId });
		return {
			status: 202,
			body: {
				voice_memo: {
					id: message.id,
					chat: {
						id: chat.id,
						handles: chat.handles,
						is_active: true,
						is_group: chat.isGroup,
						service: chat.service,
					},
					created_at: message.createdAt,
					from: chat.line,
					to: contacts,
					status: 'queued',
					service: message.service,
					voice_memo: {
						id: part.id,
						filename: part.filename,
						mime_type: part.mime_type,
						size_bytes: part.size_bytes,
						url: part.url,
						duration_ms: durationMs,
					},
				},
			},
		};
	}),
};

/**
 * The audio of a memo, by its bytes (contract/behaviour.md section 8).
 *
 * @throws ApiError 413/5001 for one that is too large, 400/5004 for one of another type
 */
function memo(world: World, source: MediaSource): { part: MediaPart; durationMs: number | null } {
	const file = storedFile(world, source);
	const part = file ? partOf(world, file) : partElsewhere(source.url ?? '');
	if (part.size_bytes > LARGEST_MEMO) throw new ApiError('5001_413');
	if (!isTakenAsMemo(part.mime_type)) {
		throw new ApiError('5004', `${part.filename} is ${part.mime_type}`);
	}
	return { part, durationMs: file?.nature.durationMs ?? null };
}
