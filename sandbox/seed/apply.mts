import { newId, newTraceId } from '../random.mts';
import { findHandle, ownHandle } from '../state/chats.mts';
import type { State } from '../state/state.mts';
import type { Seed } from './shape.mts';

/**
 * Puts a seed into a fresh state. Seeded messages are past: they fire no webhooks.
 *
 * @param now epoch milliseconds that `minutes_ago` counts back from
 */
export function applySeed(seed: Seed, state: State, now: number): void {
	for (const line of seed.lines) {
		state.lines.add({
			id: line.id ?? newId(),
			phoneNumber: line.phone_number,
			kind: line.type,
			status: line.status,
			reputation: 'HEALTHY',
			forwardingNumber: null,
		});
	}
	for (const contact of seed.contacts) state.contacts.set(contact);
	for (const [index, chat] of seed.chats.entries()) seedChat(chat, index, state, now);
}

function seedChat(seeded: Seed['chats'][number], index: number, state: State, now: number): void {
	const oldest = Math.max(0, ...seeded.messages.map((message) => message.minutes_ago));
	const service = state.contacts.serviceFor(seeded.with) ?? 'SMS';
	const chat = state.chats.create({
		id: seeded.id,
		line: seeded.line,
		contacts: seeded.with,
		service,
		displayName: seeded.name,
		at: minutesBefore(now, oldest),
		handleIds: [seeded.line, ...seeded.with].map((_, at) => handleId(index, at)),
	});
	for (const text of seeded.messages) {
		const at = minutesBefore(now, text.minutes_ago);
		const outbound = text.from === undefined;
		const confirmed = !outbound || (!chat.isGroup && service !== 'SMS');
		state.messages.add({
			id: text.id ?? newId(),
			chatId: chat.id,
			direction: outbound ? 'outbound' : 'inbound',
			sender: (text.from ? findHandle(chat, text.from) : undefined) ?? ownHandle(chat),
			parts: [{ type: 'text', value: text.text, reactions: [] }],
			traceId: newTraceId(),
			status: outbound ? (confirmed ? 'delivered' : 'sent') : 'received',
			service,
			createdAt: at,
			sentAt: at,
			deliveredAt: confirmed ? at : null,
		});
		state.chats.touch(chat, at);
	}
}

const minutesBefore = (now: number, minutes: number): string =>
	new Date(now - minutes * 60_000).toISOString();

const handleId = (chat: number, position: number): string =>
	`44444444-0000-4000-8000-${String((chat + 1) * 100 + position).padStart(12, '0')}`;
