import { seeded } from '../linq.mts';
import type { Furniture } from './furniture.mts';
import type { Stage } from './stage.mts';

const chat_id = seeded.chatWithAva;

type Verb = [path: string, body: (there: Furniture) => object];

/** Actions of a contact or the account on the control side of the sandbox, one verb at a time. */
const VERBS: Verb[] = [
	['/receive', () => ({ from: seeded.ava, text: 'Hello' })],
	['/react', () => ({ message_id: seeded.toAva, type: 'love' })],
	['/react', ({ pollId }) => ({ message_id: pollId, type: 'love' })],
	['/unreact', ({ messageId }) => ({ message_id: messageId, type: 'like' })],
	['/typing/start', () => ({ chat_id })],
	['/typing/stop', () => ({ chat_id })],
	['/read', () => ({ chat_id })],
	['/edit', () => ({ message_id: seeded.fromAva, text: 'Is it on its way?' })],
	['/add', () => ({ chat_id: seeded.group, handle: '+12025550115' })],
	['/leave', () => ({ chat_id: seeded.group, from: seeded.ben })],
	['/poll', () => ({ chat_id, options: ['Tacos', 'Sushi'] })],
	['/poll/options', ({ pollId }) => ({ message_id: pollId, options: ['Pizza'] })],
	['/vote', ({ pollId, optionId }) => ({ message_id: pollId, option_id: optionId })],
	['/location', () => ({ chat_id: seeded.chatWithBen, longitude: -122.42, latitude: 37.77 })],
	['/location/stop', () => ({ chat_id })],
	['/contact_card', () => ({ from: seeded.ava, first_name: 'Ava' })],
	['/lines', () => ({ phone_number: seeded.line, status: 'FLAGGED' })],
	['/lines', () => ({ phone_number: '+12025550109' })],
	...['succeeded', 'expired'].map(
		(status): Verb => [
			'/payment_requests',
			({ paymentRequestId }) => ({ payment_request_id: paymentRequestId, status }),
		],
	),
	...['authorized', 'declined'].map(
		(status): Verb => ['/payments', ({ paymentId }) => ({ payment_id: paymentId, status })],
	),
];

/** Requests that `POST /sandbox/failures` makes fail: the next message, and the next poll. */
const FAILING: Array<[resource: string, operation: string, parameters: object]> = [
	['message', 'send', { sendTo: 'chat', text: 'Hello' }],
	['poll', 'create', { pollChoices: { choice: [{ text: 'Yes' }, { text: 'No' }] } }],
];

/** The ways in which the control side fires events, besides firing any with `/events`. */
export async function controlWays(stage: Stage): Promise<Map<string, Set<string>>> {
	const ways = new Map<string, Set<string>>();
	const add = (path: string, events: string[]) => {
		const way = `POST /sandbox${path}`;
		ways.set(way, new Set([...(ways.get(way) ?? []), ...events]));
	};
	for (const [path, body] of VERBS) {
		const there = await stage.furnish();
		add(path, await stage.eventsOf(() => stage.client.act(path, body(there))));
	}
	for (const [resource, operation, parameters] of FAILING) {
		await stage.furnish();
		await stage.client.act('/failures', { chat_id });
		const chatId = { __rl: true, mode: 'id', value: chat_id };
		const { events } = await stage.perform(resource, operation, { chatId, ...parameters });
		add(
			'/failures',
			events.filter((event) => event.endsWith('.failed')),
		);
	}
	return ways;
}
