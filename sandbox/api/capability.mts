import { ApiError } from '../contract/errors.mts';
import { checkHandle } from '../messaging/handles.mts';
import type { Service } from '../wire.mts';
import type { World } from '../world.mts';
import { operation, type Answer, type Operation } from './operation.mts';

interface CapabilityRequest {
	address: string;
	from?: string;
}

/** `/v3/capability/...`: which service reaches an address; one check per 10 s. */
export const capability: Record<string, Operation> = {
	checkImessageCapability: operation<CapabilityRequest>(({ body }, world) =>
		check(world, body, 'iMessage'),
	),
	checkRcsCapability: operation<CapabilityRequest>(({ body }, world) => check(world, body, 'RCS')),
};

function check(world: World, body: CapabilityRequest, service: Service): Answer {
	const address = checkHandle(body.address, 'address');
	if (service === 'RCS' && address.includes('@')) {
		throw new ApiError('1002', 'address is an email address, which RCS does not have');
	}
	if (body.from !== undefined && !world.state.lines.byNumber(body.from)) throw new ApiError('2005');
	const { state, settings } = world;
	const wait = state.lastCapabilityCheck + settings.capabilityIntervalMs - world.now();
	if (wait > 0) throw new ApiError('1007', undefined, Math.ceil(wait / 1000));
	state.lastCapabilityCheck = world.now();
	const available = state.contacts.servicesOf(address).includes(service);
	return {
		status: 200,
		body: { address, available, ...(available ? {} : { reason: 'not_supported' }) },
	};
}
