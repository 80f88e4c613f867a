import { z } from 'zod';
import { publishSharingStarted, publishSharingStopped } from '../messaging/locations.mts';
import { newTraceId } from '../random.mts';
import { chatById, contactIn } from './lookup.mts';
import { ControlError, fields, verb, type Verb } from './verb.mts';

const location = z
	.object({
		chat_id: fields.id,
		from: fields.handle.optional(),
		longitude: z.number().min(-180).max(180),
		latitude: z.number().min(-90).max(90),
		address: z.string().optional(),
		locality: z.string().optional(),
		/** How long it is shared; absent: until stopped. */
		minutes: z.number().positive().optional(),
	})
	.strict();

const stop = z.object({ chat_id: fields.id, from: fields.handle.optional() }).strict();

/** A contact shares where they are, moves on, stops sharing. */
export const locationVerbs: Verb[] = [
	verb('POST', '/location', location, (input, world) => {
		const { chat_id, from, minutes, ...place } = input;
		const chat = chatById(world, chat_id);
		const { handle } = contactIn(chat, from);
		const known = world.state.locations
			.of(chat.id, world.now())
			.find((entry) => entry.handle === handle);
		const at = world.isoNow();
		const endsAt =
			minutes === undefined
				? (known?.endsAt ?? null)
				: new Date(world.now() + minutes * 60_000).toISOString();
		const shared = { handle, ...place, updatedAt: at, beganAt: known?.beganAt ?? at, endsAt };
		world.state.locations.set(chat.id, shared);
		if (!known) publishSharingStarted(world, chat, shared, newTraceId());
		return { chat_id, handle, started: !known };
	}),

	verb('POST', '/location/stop', stop, (input, world) => {
		const chat = chatById(world, input.chat_id);
		const { handle } = contactIn(chat, input.from);
		const stopped = world.state.locations.stop(chat.id, handle);
		if (!stopped) throw new ControlError(`${handle} shares no location there.`, 404);
		publishSharingStopped(world, chat, stopped, newTraceId());
		return { chat_id: chat.id, handle };
	}),
];
