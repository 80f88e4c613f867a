import {
	locator,
	NOTHING,
	routes,
	seeded,
	UNKNOWN_ID,
	useSandbox,
} from '../../../support/linq.mts';

const { run, sandbox, client } = useSandbox({ capabilityIntervalMs: 0 });
const line = locator(seeded.line, 'phone');
const LINE_ID = '11111111-0000-4000-8000-000000000001';

describe('Attachment', () => {
	test('is announced, read and deleted', async () => {
		const created = await run('attachment', 'createUpload', {
			fileName: 'photo.png',
			contentType: 'image/png',
			sizeBytes: 3,
		});
		expect(routes(created)).toEqual(['POST /v3/attachments']);
		expect(created.sent).toEqual({
			filename: 'photo.png',
			content_type: 'image/png',
			size_bytes: 3,
		});
		const attachmentId = created.json[0]?.attachment_id as string;
		const read = await run('attachment', 'get', { attachmentId });
		expect(read.json[0]).toMatchObject({ id: attachmentId, filename: 'photo.png' });
		const deleted = await run('attachment', 'delete', { attachmentId });
		expect(routes(deleted)).toEqual([`DELETE /v3/attachments/${attachmentId}`]);
		expect(deleted.json).toEqual([{ deleted: true, attachment_id: attachmentId }]);
		const gone = await run('attachment', 'get', { attachmentId });
		expect(gone.error?.message).toMatch(/not found|found nothing/);
	});
});

describe('Blocked Handle', () => {
	test('is blocked, listed and unblocked', async () => {
		const blocked = await run('blockedHandle', 'block', {
			handle: '+1 202 555 0111',
			options: { reason: 'Spam' },
		});
		expect(blocked.sent).toEqual({ handle: seeded.ava, reason: 'Spam' });
		expect(blocked.json[0]).toMatchObject({ handle: seeded.ava, reason: 'Spam' });
		const list = await run('blockedHandle', 'getAll');
		expect(routes(list)).toEqual(['GET /v3/blocked_handles']);
		expect(list.json).toEqual([expect.objectContaining({ handle: seeded.ava })]);
		const refused = await run('message', 'send', {
			sendTo: 'chat',
			chatId: locator(seeded.chatWithAva),
			text: 'Hello',
		});
		expect(refused.error?.message).toBe('The recipient is on your blocklist (Linq error 2026)');
		const unblocked = await run('blockedHandle', 'unblock', { handle: seeded.ava });
		expect(routes(unblocked)).toEqual(['DELETE /v3/blocked_handles']);
		expect(unblocked.json).toEqual([{ deleted: true, handle: seeded.ava }]);
		expect((await run('blockedHandle', 'getAll')).json).toEqual([]);
	});

	test.each(['12345', 'PROMO'])('can be the sender %s', async (handle) => {
		const { sent, error } = await run('blockedHandle', 'block', { handle });
		expect(error).toBeUndefined();
		expect(sent).toEqual({ handle });
	});
});

test.each([
	['checkIMessage', 'check_imessage', seeded.ava, true],
	['checkIMessage', 'check_imessage', seeded.cleo, false],
	['checkRcs', 'check_rcs', seeded.cleo, false],
])('Capability > %s by %s of %s', async (operation, path, address, available) => {
	const result = await run('capability', operation, { address, options: { from: line } });
	expect(routes(result)).toEqual([`POST /v3/capability/${path}`]);
	expect(result.sent).toEqual({ address, from: seeded.line });
	expect(result.json).toEqual([expect.objectContaining({ address, available })]);
});

test('RCS is checked for numbers only', async () => {
	const { error } = await run('capability', 'checkRcs', { address: 'ada@example.com' });
	expect(error?.message).toBe('Phone Number is not a valid phone number: "ada@example.com"');
});

describe('Contact Card', () => {
	test('is created, listed, changed and shared', async () => {
		const created = await run('contactCard', 'create', {
			line,
			firstName: 'Example Shop',
			additionalFields: { imageUrl: 'https://example.com/logo.png' },
		});
		expect(created.sent).toEqual({
			phone_number: seeded.line,
			first_name: 'Example Shop',
			image_url: 'https://example.com/logo.png',
		});
		await sandbox().settled();
		const again = await run('contactCard', 'create', { line, firstName: 'Shop' });
		expect(again.error?.message).toBe('The line already has a contact card (Linq error 2014)');
		const list = await run('contactCard', 'getAll', { filters: { line } });
		expect(decodeURIComponent(routes(list)[0] ?? '')).toBe(
			`GET /v3/contact_card?phone_number=${seeded.line}`,
		);
		expect(list.json).toEqual([expect.objectContaining({ first_name: 'Example Shop' })]);
		const updated = await run('contactCard', 'update', {
			line,
			updateFields: { lastName: 'Ltd' },
		});
		expect(updated.sent).toEqual({ last_name: 'Ltd' });
		expect(updated.json[0]).toMatchObject({ first_name: 'Example Shop', last_name: 'Ltd' });
		const nothing = await run('contactCard', 'update', { line });
		expect(nothing.error?.message).toBe('Update Fields is empty');
		const shared = await run('chat', 'shareContactCard', { chatId: locator(seeded.chatWithAva) });
		expect(shared.json).toEqual([{ success: true, chat_id: seeded.chatWithAva }]);
	});
});

describe('Experience', () => {
	test('is listed and read', async () => {
		const list = await run('experience', 'getAll');
		expect(routes(list)).toEqual(['GET /v3/experiences']);
		const experience = list.json[0]?.experience as string;
		const one = await run('experience', 'get', { experience });
		expect(one.json[0]).toMatchObject({ experience });
		const none = await run('experience', 'get', { experience: NOTHING });
		expect(none.error?.message).toBe('Experience is empty');
	});
});

describe('Phone Number', () => {
	test('is listed, and cut off at the limit', async () => {
		const all = await run('phoneNumber', 'getAll');
		expect(routes(all)).toEqual(['GET /v3/phone_numbers']);
		expect(all.json.map(({ phone_number: number }) => number)).toEqual([
			seeded.line,
			seeded.secondLine,
		]);
		expect((await run('phoneNumber', 'getAll', { limit: 1 })).json).toHaveLength(1);
	});

	test('forwards calls, or no longer', async () => {
		const phoneNumberId = locator(LINE_ID, 'list');
		const set = await run('phoneNumber', 'update', {
			phoneNumberId,
			forwardingNumber: '+1 202 555 0190',
		});
		expect(routes(set)).toEqual([`PUT /v3/phone_numbers/${LINE_ID}`]);
		expect(set.sent).toEqual({ forwarding_number: '+12025550190' });
		const cleared = await run('phoneNumber', 'update', { phoneNumberId });
		expect(cleared.sent).toEqual({ forwarding_number: null });
		expect(cleared.json[0]).toMatchObject({ forwarding_number: null });
	});

	test('is suggested', async () => {
		const android = '+12025550102';
		await client().act('/lines', { phone_number: android, type: 'RCS' });
		const result = await run('phoneNumber', 'getAvailable', {
			options: {
				to: `${seeded.ava}, ${seeded.ben}`,
				excludeFrom: seeded.secondLine,
				lineType: 'RCS',
			},
		});
		expect(decodeURIComponent(routes(result)[0] ?? '')).toBe(
			`GET /v3/available_number?to=${seeded.ava}&to=${seeded.ben}&type=RCS&exclude_from=${seeded.secondLine}`,
		);
		expect(result.json[0]).toMatchObject({ phone_number: android });
	});

	test('is audited', async () => {
		const started = await run('phoneNumber', 'startReputationAudit', { phoneNumber: line });
		expect(decodeURIComponent(routes(started)[0] ?? '')).toBe(
			`POST /v3/phone_numbers/${seeded.line}/reputation_audit`,
		);
		const auditId = started.json[0]?.audit_id as string;
		await sandbox().settled();
		const { json } = await run('phoneNumber', 'getReputationAudit', {
			phoneNumber: line,
			auditId,
		});
		expect(json[0]).toMatchObject({ audit_id: auditId, status: 'complete' });
	});
});

describe('Webhook', () => {
	test('subscriptions are created, read, changed and deleted', async () => {
		const created = await run('webhookSubscription', 'create', {
			targetUrl: 'https://example.com/linq?version=2026-02-03',
			events: ['message.received', 'reaction.added'],
			options: { lines: seeded.line, routingKeyHeader: 'X-Worker' },
		});
		expect(created.sent).toEqual({
			target_url: 'https://example.com/linq?version=2026-02-03',
			subscribed_events: ['message.received', 'reaction.added'],
			phone_numbers: [seeded.line],
			routing_key_header: 'X-Worker',
		});
		expect(created.json[0]).toMatchObject({
			signing_secret: expect.stringMatching(/^whsec_/) as string,
		});
		const subscriptionId = created.json[0]?.id as string;
		const read = await run('webhookSubscription', 'get', { subscriptionId });
		expect(read.json[0]).not.toHaveProperty('signing_secret');
		const paused = await run('webhookSubscription', 'update', {
			subscriptionId,
			updateFields: { active: false, lines: '' },
		});
		expect(paused.sent).toEqual({ is_active: false, phone_numbers: [] });
		expect(paused.json[0]).toMatchObject({ is_active: false });
		expect((await run('webhookSubscription', 'getAll')).json).toHaveLength(1);
		const deleted = await run('webhookSubscription', 'delete', { subscriptionId });
		expect(deleted.json).toEqual([{ deleted: true, subscription_id: subscriptionId }]);
		const gone = await run('webhookSubscription', 'get', { subscriptionId });
		expect(gone.error?.message).toBe(
			`Webhook subscription not found: ${String(subscriptionId)} (Linq error 2010)`,
		);
	});

	test('events are listed, one item each', async () => {
		const { json } = await run('webhookEvent', 'getAll');
		expect(json).toContainEqual({ event: 'message.received' });
		expect(json).toHaveLength(75);
	});
});

test('ids are checked before anything is sent', async () => {
	for (const [resource, operation, field] of [
		['attachment', 'get', 'attachmentId'],
		['webhookSubscription', 'get', 'subscriptionId'],
		['paymentRequest', 'get', 'paymentRequestId'],
	] as const) {
		const { error, requests } = await run(resource, operation, { [field]: 'nope' });
		expect(error?.message).toMatch(/is not a valid ID: "nope"$/);
		expect(requests).toEqual([]);
		const unknown = await run(resource, operation, { [field]: UNKNOWN_ID });
		expect(unknown.error).toMatchObject({ httpCode: '404' });
	}
});
