import { ApiError } from '../contract/errors.mts';
import { publishParticipant } from '../messaging/events.mts';
import { checkHandle } from '../messaging/handles.mts';
import { groupById } from '../messaging/lookup.mts';
import { activeHandles, findHandle, newHandle, type Chat } from '../state/chats.mts';
import type { World } from '../world.mts';
import { operation, type Operation } from './operation.mts';

/** Group sizes, the line included (contract/behaviour.md section 10). */
const SMALLEST_GROUP = 3;
const LARGEST_GROUP = 32;

interface ParticipantRequest {
	handle: string;
}

/** `/v3/chats/{chatId}/participants`: who is in a group. */
export const participants: Record<string, Operation> = {
	addParticipant: operation<ParticipantRequest>(({ params, body, traceId }, world) => {
		const chat = iMessageGroup(world, params.chatId);
		const handle = checkHandle(body.handle);
		const known = findHandle(chat, handle);
		if (known?.status === 'active') throw new ApiError('1005', `${handle} is in the chat already`);
		if (activeHandles(chat).length >= LARGEST_GROUP) {
			throw new ApiError('1005', `a group has at most ${LARGEST_GROUP} participants`);
		}
		const at = world.isoNow();
		const added = known ?? newHandle(handle, chat.service, at, false);
		if (known) Object.assign(known, { status: 'active', joined_at: at, left_at: null });
		else chat.handles.push(added);
		chat.membersChanged = true;
		world.later(() => publishParticipant(world, 'added', chat, added, traceId));
		return accepted('Participant addition queued', traceId);
	}),

	removeParticipant: operation<ParticipantRequest>(({ params, body, traceId }, world) => {
		const chat = iMessageGroup(world, params.chatId);
		const handle = checkHandle(body.handle);
		const member = findHandle(chat, handle);
		if (member?.status !== 'active') throw new ApiError('1005', `${handle} is not in the chat`);
		if (member.is_me) throw new ApiError('1005', 'your own line leaves by POST .../leave');
		if (activeHandles(chat).length <= SMALLEST_GROUP) {
			throw new ApiError('1005', `a group keeps at least ${SMALLEST_GROUP} participants`);
		}
		Object.assign(member, { status: 'removed', left_at: world.isoNow() });
		chat.membersChanged = true;
		world.later(() => publishParticipant(world, 'removed', chat, member, traceId));
		return accepted('Participant removal queued', traceId);
	}),
};

function iMessageGroup(world: World, chatId: string | undefined): Chat {
	const chat = groupById(world, chatId);
	if (chat.service !== 'iMessage') throw new ApiError('2017');
	return chat;
}

const accepted = (message: string, traceId: string) => ({
	status: 202,
	body: { status: 'accepted', message, trace_id: traceId },
});
