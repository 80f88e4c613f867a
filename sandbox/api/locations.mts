import { ApiError } from '../contract/errors.mts';
import { publishSharingStopped } from '../messaging/locations.mts';
import { chatById, openChat } from '../messaging/lookup.mts';
import { operation, type Operation } from './operation.mts';

/** `/v3/chats/{chatId}/location`: ask for it, read it, end the sharing. */
export const locations: Record<string, Operation> = {
	requestLocation: operation(({ params }, world) => {
		const chat = openChat(world, params.chatId);
		if (chat.isGroup) throw new ApiError('2016');
		if (chat.service !== 'iMessage') throw new ApiError('2017');
		if (world.state.locations.of(chat.id, world.now()).length > 0) {
			throw new ApiError('2015', 'the location is shared already');
		}
		return { status: 200, body: { success: true, message: 'Location request sent' } };
	}),

	getLocation: operation(({ params }, world) => {
		const chat = chatById(world, params.chatId);
		const features = world.state.locations.of(chat.id, world.now()).map((location) => ({
			type: 'Feature',
			// GeoJSON: longitude first.
			geometry: { type: 'Point', coordinates: [location.longitude, location.latitude] },
			properties: {
				handle: location.handle,
				address: location.address,
				locality: location.locality,
				updated_at: location.updatedAt,
			},
		}));
		return { status: 200, body: { success: true, data: { type: 'FeatureCollection', features } } };
	}),

	stopLocationSharing: operation<{ handle: string }>(({ params, body, traceId }, world) => {
		const chat = openChat(world, params.chatId);
		const stopped = world.state.locations.stop(chat.id, body.handle);
		if (!stopped) throw new ApiError('2001', `${body.handle} shares no location here`);
		world.later(() => publishSharingStopped(world, chat, stopped, traceId));
		return { status: 202, body: { success: true, message: 'Location sharing stop queued' } };
	}),
};
