import { ApiError } from '../contract/errors.mts';
import { checkSender } from '../messaging/handles.mts';
import { NO_CONTENT, operation, type Operation } from './operation.mts';

/** `/v3/blocked_handles`: who may neither reach the account nor be reached directly. */
export const blockedHandles: Record<string, Operation> = {
	listBlockedHandles: operation((_call, world) => ({
		status: 200,
		body: { blocked_handles: world.state.blocklist.all() },
	})),

	blockHandle: operation<{ handle: string; reason?: string }>(({ body }, world) => {
		const blocked_handle = world.state.blocklist.add({
			handle: checkSender(body.handle),
			blocked_at: world.isoNow(),
			reason: body.reason,
		});
		return { status: 200, body: { blocked_handle } };
	}),

	unblockHandle: operation<{ handle: string }>(({ body }, world) => {
		if (!world.state.blocklist.remove(checkSender(body.handle))) throw new ApiError('2001');
		return NO_CONTENT;
	}),
};
