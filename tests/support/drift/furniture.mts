import type { Sandbox } from '../../../sandbox/server.mts';
import { PNG, silence } from '../files.mts';
import { seeded, UNKNOWN_ID } from '../linq.mts';
import { SandboxClient } from '../sandboxClient.mts';

/** Ids of what stands ready in the sandbox; see furnish(). */
export interface Furniture {
	/** A text to Ava, delivered, which the line loves and Ava likes. */
	messageId: string;
	/** A sticker of the line's own on Ava's message. */
	stickerId: string;
	/** Delivered app cards; an update makes a new message of each. */
	cardId: string;
	otherCardId: string;
	/** A poll with an option that the line has voted for, and one that nobody has. */
	pollId: string;
	votedId: string;
	optionId: string;
	/** A message with the uploaded image. */
	fileMessageId: string;
	/** An uploaded image and an uploaded audio. */
	imageId: string;
	/** Where the image was to be had; that time is over. */
	expiredUrl: string;
	audioId: string;
	lineId: string;
	auditId: string;
	subscriptionId: string;
	paymentRequestId: string;
	/** A payment that is ready, of Ava, who is connected. */
	paymentId: string;
	/** An unfinished connection of Ben. */
	connectId: string;
}

/** Ids that exist nowhere, of the right form: for what fails before anything is looked up. */
export const NOT_THERE: Furniture = {
	messageId: UNKNOWN_ID,
	stickerId: UNKNOWN_ID,
	cardId: UNKNOWN_ID,
	otherCardId: UNKNOWN_ID,
	pollId: UNKNOWN_ID,
	votedId: UNKNOWN_ID,
	optionId: UNKNOWN_ID,
	fileMessageId: UNKNOWN_ID,
	imageId: UNKNOWN_ID,
	expiredUrl: 'https://example.com/image.png',
	audioId: UNKNOWN_ID,
	lineId: UNKNOWN_ID,
	auditId: UNKNOWN_ID,
	subscriptionId: UNKNOWN_ID,
	paymentRequestId: UNKNOWN_ID,
	paymentId: UNKNOWN_ID,
	connectId: UNKNOWN_ID,
};

/** Who is on the blocklist, and nobody else's recipient. */
export const BLOCKED = '+12025550179';

/** An app card as the API takes it. */
const CARD = {
	type: 'imessage_app',
	app: { bundle_id: 'com.example.app', name: 'App', team_id: 'ABCDE12345' },
	layout: { caption: 'Order 42' },
	url: 'https://example.com/42',
};

/** Puts one of everything into a sandbox at its seed, through its API; its group gets a name. */
export async function furnish(sandbox: Sandbox): Promise<Furniture> {
	const client = new SandboxClient(sandbox);
	const send = async (part: object) => {
		const sent = await client.ask('POST', `/v3/chats/${seeded.chatWithAva}/messages`, {
			message: { parts: [part] },
		});
		return (sent.message as { id: string }).id;
	};
	const lineId = '11111111-0000-4000-8000-000000000001';
	const messageId = await send({ type: 'text', value: 'Your order is ready.' });
	const cardId = await send(CARD);
	const otherCardId = await send(CARD);
	const line = encodeURIComponent(seeded.line);
	const audit = await client.ask('POST', `/v3/phone_numbers/${line}/reputation_audit`);
	const image = await client.upload('image.png', 'image/png', PNG);
	const imageId = image.attachment_id;
	const fileMessageId = await send({ type: 'media', attachment_id: imageId });
	await client.ask('PUT', `/v3/chats/${seeded.group}`, { display_name: 'Tasters' });
	await client.ask('POST', '/v3/contact_card', { phone_number: seeded.line, first_name: 'Shop' });
	await client.ask('POST', '/v3/blocked_handles', { handle: BLOCKED, reason: 'spam' });
	const subscription = await client.ask('POST', '/v3/webhook-subscriptions', {
		target_url: 'https://example.com/hook',
		subscribed_events: ['team_member.added'],
	});
	await client.act('/location', {
		chat_id: seeded.chatWithAva,
		longitude: -122.4,
		latitude: 37.8,
	});
	// Two messages in this chat wait for an answer.
	await client.receiveFiles(seeded.ben, [imageId]);
	await askAva(client);
	await sandbox.settled();
	await react(client, messageId, { type: 'love' });
	await client.react(messageId, 'like');
	await react(client, seeded.toAva, { type: 'custom', custom_emoji: '🎉' });
	return {
		messageId,
		cardId,
		otherCardId,
		stickerId: await stick(client),
		...(await openPoll(client)),
		fileMessageId,
		imageId,
		expiredUrl: `${image.download_url}?Expires=1`,
		audioId: (await client.upload('memo.wav', 'audio/x-wav', silence(1))).attachment_id,
		lineId,
		auditId: String(audit.audit_id),
		subscriptionId: String(subscription.id),
		...(await pay(client, sandbox)),
	};
}

const react = (client: SandboxClient, messageId: string, reaction: object) =>
	client.ask('POST', `/v3/messages/${messageId}/reactions`, { operation: 'add', ...reaction });

async function stick(client: SandboxClient): Promise<string> {
	await react(client, seeded.fromAva, { type: 'sticker', emoji: '⭐' });
	const { parts } = await client.ask<{ parts: Array<{ reactions: Array<{ id: string }> }> }>(
		'GET',
		`/v3/messages/${seeded.fromAva}`,
	);
	return String(parts[0]?.reactions[0]?.id);
}

/** Keys of questions that Ava has answered, in her chat and to her. */
export const ASKED = { inChat: 'asked-in-chat', when: 'asked-when', person: 'asked-person' };

async function askAva(client: SandboxClient): Promise<void> {
	const question = (idempotency_key: string) => ({
		message: { parts: [{ type: 'text', value: 'At noon?' }], idempotency_key },
	});
	await client.ask('POST', `/v3/chats/${seeded.chatWithAva}/messages`, question(ASKED.inChat));
	await client.ask('POST', `/v3/chats/${seeded.chatWithAva}/messages`, question(ASKED.when));
	await client.ask('POST', '/v3/messages', { to: [seeded.ava], ...question(ASKED.person) });
	for (const text of ['Yes', 'At noon']) {
		await client.receive(seeded.ava, text);
	}
}

async function openPoll(client: SandboxClient) {
	const created = await client.ask('POST', `/v3/chats/${seeded.chatWithAva}/polls`, {
		poll: { options: [{ text: 'Thursday' }, { text: 'Friday' }] },
	});
	const pollId = String(created.message_id);
	const { options } = created.poll as { options: Array<{ option_id: string }> };
	const [votedId = '', optionId = ''] = options.map(({ option_id }) => option_id);
	await client.ask('POST', `/v3/messages/${pollId}/poll/votes`, {
		operation: 'add',
		option_id: votedId,
	});
	return { pollId, votedId, optionId };
}

async function pay(client: SandboxClient, sandbox: Sandbox) {
	await client.ask('POST', '/v3/payments/providers/agentcard/connect', {
		return_url: 'https://example.com/back',
	});
	const asked = await client.ask('POST', '/v3/payment_requests', {
		amount: 1999,
		currency: 'usd',
		description: 'Order 42',
		metadata: { order: '42' },
	});
	const connect = (handle: string) =>
		client.ask('POST', `/v3/payments/handles/${encodeURIComponent(handle)}/connect`);
	const { connect_id } = await connect(seeded.ava);
	await client.ask('POST', `/v3/payments/handles/${encodeURIComponent(seeded.ava)}/verify`, {
		connect_id,
		code: '123456',
	});
	const payment = await client.ask('POST', '/v3/payments', {
		handle: seeded.ava,
		amount_cents: 1999,
		currency: 'usd',
	});
	const pending = await connect(seeded.ben);
	await sandbox.settled();
	return {
		paymentRequestId: String(asked.id),
		paymentId: String(payment.id),
		connectId: String(pending.connect_id),
	};
}
