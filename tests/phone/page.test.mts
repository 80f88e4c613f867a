import { tone } from '../../scripts/docs/scene.mts';
import { put, type Upload } from '../support/sandboxClient.mts';
import { describeInBrowser } from './support/browser.mts';
import { expectShown } from './support/phone.mts';
import { usePhone } from './support/usePhone.mts';

const LINE = '+12025550100';
const AVA = '+12025550111';
const BEN = '+12025550112';
const CHAT = '22222222-0000-4000-8000-000000000001';
const SMS_CHAT = '22222222-0000-4000-8000-000000000003';
const GROUP = '22222222-0000-4000-8000-000000000004';
const GONE = '99999999-0000-4000-8000-000000000009';

describeInBrowser('the page of the phone', () => {
	const { client, open, phone, sandbox } = usePhone([
		'--use-fake-device-for-media-stream',
		'--use-fake-ui-for-media-stream',
	]);

	const openChat = (id: string, options = {}) => open(`#/chats/${id}`, options);

	/** Sends as a workflow does. */
	const send = (chat: string, message: object, path = 'messages') =>
		client().ask<{ message: { id: string }; message_id: string }>(
			'POST',
			`/v3/chats/${chat}/${path}`,
			message,
		);
	const text = (value: string, more: object = {}) => ({
		message: { parts: [{ type: 'text', value, ...more }] },
	});
	const lastMessage = (chat: string) => sandbox().world.state.messages.ofChat(chat).at(-1);

	it('lists the chats, finds them by what was said, and opens one by its address', async () => {
		const { page } = await open('#/');
		const chats = page.getByRole('navigation', { name: 'Chats' });
		expect(await chats.getByRole('link').count()).toBe(4);
		await page.getByRole('searchbox', { name: 'Search chats and messages' }).fill('sundays');
		await chats.getByRole('link').nth(1).waitFor({ state: 'detached' });
		await chats.getByRole('link', { name: 'Cleo Tran' }).click();
		expect(new URL(page.url()).hash).toBe(`#/chats/${SMS_CHAT}`);
		await phone().message('Do you open on Sundays?').waitFor();
	});

	it('shows decorations, several parts in order, links and what a workflow types', async () => {
		await openChat(CHAT);
		await send(CHAT, {
			message: {
				parts: [
					{
						type: 'text',
						value: 'Big news: bold',
						text_decorations: [
							{ range: [0, 3], animation: 'shake' },
							{ range: [10, 14], style: 'bold' },
						],
					},
					{ type: 'media', url: 'https://example.com/cat.jpg' },
					{ type: 'text', value: 'See https://example.com/news.' },
				],
			},
		});
		const message = phone().message('Big news');
		await message.locator('.text-bold', { hasText: 'bold' }).waitFor();
		await message.locator('.text-shake', { hasText: 'Big' }).waitFor();
		await message.getByText('On example.com, not loaded here').waitFor();
		const link = message.getByRole('link', { name: 'https://example.com/news', exact: true });
		expect(await link.getAttribute('rel')).toBe('noopener noreferrer');
		await send(CHAT, {
			message: { parts: [{ type: 'link', value: 'https://linqapp.com/our-menu' }] },
		});
		await phone().feed.getByRole('link', { name: 'Our menu linqapp.com' }).waitFor();

		const typing = phone().page.getByText('+1 202 555 0100 is typing');
		expect((await client().api('POST', `/v3/chats/${CHAT}/typing`)).status).toBe(204);
		await typing.waitFor({ state: 'attached' });
		await send(CHAT, text('Done'));
		await typing.waitFor({ state: 'detached' });
	});

	it('mentions the line in a group', async () => {
		await openChat(GROUP);
		const picker = phone().page.getByRole('combobox', { name: 'Mention' });
		const line = await picker.locator('option').nth(1).getAttribute('value');
		await picker.selectOption(line);
		const typed = await phone().composer.inputValue();
		await phone().text(`${typed}lunch?`);
		const message = phone().message('lunch?');
		await message.locator('.mention', { hasText: typed.trim() }).waitFor();
		// A name that was taken out again is none.
		await picker.selectOption(line);
		await phone().text('Nobody is meant');
		expect(await phone().message('Nobody is meant').locator('.mention').count()).toBe(0);
		const direct = await openChat(CHAT);
		await direct.composer.waitFor();
		expect(await direct.page.getByRole('combobox', { name: 'Mention' }).count()).toBe(0);
	});

	it('lets Arabic and Hebrew run from the right, line by line', async () => {
		await openChat(CHAT);
		const style = (start: number, end: number, name: string) => ({
			range: [start, end],
			style: name,
		});
		await send(
			CHAT,
			text('مرحبًا\nA long line, so that the others have room beside them', {
				text_decorations: [style(0, 6, 'bold'), style(7, 8, 'italic')],
			}),
		);
		const message = phone().message('مرحبًا');
		const placeOf = async (part: string) => {
			const { x = 0, width = 0 } = (await message.locator(part).boundingBox()) ?? {};
			return { left: x, right: x + width };
		};
		const bubble = await placeOf('.bubble');
		expect(bubble.right - (await placeOf('.text-bold')).right).toBeLessThan(30);
		expect((await placeOf('.text-italic')).left - bubble.left).toBeLessThan(30);
	});

	it('replies, edits, takes a tapback off again, and shows those of the line', async () => {
		await openChat(CHAT);
		const actions = await phone().actions('It left this morning');
		await actions.getByRole('button', { name: 'Reply' }).click();
		await phone().text('Perfect.');
		await phone().message('Perfect.').getByText('It left this morning').waitFor();
		expect(lastMessage(CHAT)?.replyTo?.message_id).toBe('33333333-0000-4000-8000-000000000002');

		await (await phone().actions('Perfect.')).getByRole('button', { name: 'Edit' }).click();
		await phone().text('Wonderful.');
		await phone().message('Wonderful.').getByText('Edited').waitFor();

		const id = lastMessage(CHAT)?.id ?? '';
		await client().ask('POST', `/v3/messages/${id}/reactions`, { operation: 'add', type: 'laugh' });
		await client().ask('POST', `/v3/messages/${id}/reactions`, {
			operation: 'add',
			type: 'sticker',
			emoji: '🔥',
		});
		await phone().message('Wonderful.').getByText('Ha ha from +1 202 555 0100').waitFor();
		await phone().message('Wonderful.').getByRole('img', { name: 'Sticker from' }).waitFor();

		await (await phone().actions('It left')).getByRole('button', { name: 'Thumbs up' }).click();
		const own = phone()
			.message('It left')
			.getByRole('button', { name: 'Thumbs up from you' })
			.first();
		await own.click();
		await own.waitFor({ state: 'detached' });
	});

	it('attaches a picture, sends a chosen voice note with its length, and records one', async () => {
		const { page } = await openChat(CHAT);
		const dot = Buffer.from(
			'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
			'base64',
		);
		await page
			.getByLabel('Files to attach')
			.setInputFiles({ name: 'dot.png', mimeType: 'image/png', buffer: dot });
		await page
			.getByRole('list', { name: 'Attached' })
			.getByRole('img', { name: 'dot.png' })
			.waitFor();
		await phone().text('Look');
		await phone().message('Look').getByRole('img', { name: 'Picture dot.png' }).waitFor();

		await page
			.getByLabel('Audio file to send as a voice note')
			.setInputFiles({ name: 'memo.wav', mimeType: 'audio/wav', buffer: tone(7) });
		await phone().feed.getByText('0:07').waitFor();

		await page.getByRole('button', { name: 'Voice note', exact: true }).click();
		await page.getByRole('button', { name: 'Record a voice note' }).click();
		await page.getByRole('group', { name: 'Recording' }).getByText('0:01').waitFor();
		await page.getByRole('button', { name: 'Stop and send' }).click();
		await phone().feed.getByRole('button', { name: 'Play the voice note' }).nth(1).waitFor();
		expect(lastMessage(CHAT)?.parts).toMatchObject([
			{ filename: 'voice-note.wav', mime_type: 'audio/x-wav' },
		]);
	});

	it('votes in a poll as another member of a group, adds a choice, and leaves', async () => {
		const { page } = await openChat(GROUP);
		await send(GROUP, { poll: { options: [{ text: 'Tacos' }, { text: 'Sushi' }] } }, 'polls');
		await page.getByLabel('You are').selectOption('Ben Ruiz');
		await phone().feed.getByRole('checkbox', { name: 'Sushi' }).click();
		await phone().feed.getByText('1 person voted').waitFor();
		await phone().feed.getByRole('textbox', { name: 'Another choice' }).fill('Soup');
		await phone().feed.getByRole('button', { name: 'Add' }).click();
		await phone().feed.getByRole('checkbox', { name: 'Soup' }).waitFor();
		expect(lastMessage(GROUP)?.poll?.options).toMatchObject([
			{ text: 'Tacos', voters: [] },
			{ text: 'Sushi', voters: [{ handle: BEN }] },
			{ text: 'Soup' },
		]);
		await client().ask('PUT', `/v3/chats/${GROUP}`, { display_name: 'Lunch' });
		await page.getByRole('heading', { name: 'Lunch' }).waitFor();
		await phone().feed.getByText('+1 202 555 0100 named the group “Lunch”').waitFor();
		await phone().menu('Leave the group as Ben');
		await phone().feed.getByText('Ben Ruiz left the group').waitFor();
	});

	it('marks who opted out and who is blocked', async () => {
		const { page } = await openChat(CHAT);
		await phone().menu(/^Opt out/);
		await page.getByText('are refused until they text anything else').waitFor();
		await phone().text('Hi again');
		await page
			.getByText('are refused until they text anything else')
			.waitFor({ state: 'detached' });
		await client().ask('POST', '/v3/blocked_handles', { handle: AVA });
		await page.getByText('The account blocked Ava').waitFor();
		await phone().text('Hello?');
		await expectShown(phone().problem.getByText('The message was dropped'));
	});

	it('plays a screen effect, still where the system asks for reduced motion, and hides invisible ink', async () => {
		const { page } = await openChat(CHAT, { reducedMotion: 'reduce' });
		const confetti = { effect: { type: 'screen', name: 'confetti' } };
		await send(CHAT, { message: { ...text('Hooray').message, ...confetti } });
		await page.locator('.screen-effect[data-effect=confetti][data-still=true] canvas').waitFor();
		await phone()
			.message('Hooray')
			.getByRole('button', { name: 'Sent with Confetti · Replay' })
			.waitFor();
		const ink = { effect: { type: 'bubble', name: 'invisible' } };
		await send(CHAT, { message: { ...text('A secret').message, ...ink } });
		await phone().feed.getByRole('button', { name: 'Tap to reveal' }).click();
		await expectShown(phone().feed.getByRole('button', { name: 'Tap to reveal' }), 'detached');
	});

	it('says what never arrived and why, and what was read', async () => {
		await openChat(CHAT);
		const faults = await phone().tab('Faults');
		await faults.getByLabel('How often').selectOption('Once');
		await faults.getByRole('switch', { name: /^Messages do not arrive/ }).click();
		await faults.getByRole('switch', { name: /^Messages do not arrive/, checked: true }).waitFor();
		await send(CHAT, text('Lost'));
		await phone().message('Lost').getByText('Never arrived: Delivery failed (4001)').waitFor();
		await send(CHAT, text('Found'));
		await phone().message('Found').getByText('Delivered', { exact: true }).waitFor();
		await phone().menu('Mark as read');
		await phone()
			.message('Found')
			.getByText(/^Read \d/)
			.waitFor();
		await client().ask('POST', `/v3/chats/${CHAT}/read`);
		await expectShown(
			phone()
				.message('Great, thank you!')
				.getByText(/^Read \d/),
		);
	});

	it('shows requests with their keys, replays, faults and the limit of a lane', async () => {
		await openChat(CHAT);
		const faults = await phone().tab('Faults');
		await faults.getByRole('switch', { name: /^The answer gets lost/ }).click();
		await faults.getByRole('switch', { name: /^The answer gets lost/, checked: true }).waitFor();
		const body = { message: { ...text('Once only').message, idempotency_key: 'once-1' } };
		await expect(send(CHAT, body)).rejects.toThrow();
		await faults.getByRole('switch', { name: /^The answer gets lost/ }).click();
		await faults.getByRole('switch', { name: /^The answer gets lost/, checked: false }).waitFor();
		await send(CHAT, body);
		const requests = await phone().tab('Requests');
		await requests
			.getByRole('button', { name: /Cut off.*Fault: The answer gets lost.*all the same/ })
			.waitFor();
		const replay = requests.getByRole('button', { name: /202.*Replayed.*Key once-1/ });
		await replay.click();
		await requests.getByLabel('Body').getByText('Once only').waitFor();
		expect(await phone().message('Once only').count()).toBe(1);
		const limits = await phone().tab('Limits');
		await limits
			.getByRole('listitem')
			.filter({ hasText: 'Ava Stone' })
			.getByText('1 of 30')
			.waitFor();
	});

	it('breaks off an upload, whichever requests are chosen', async () => {
		await openChat(CHAT);
		const faults = await phone().tab('Faults');
		await faults.getByLabel('Which requests').selectOption('Only sending into a chat');
		await faults.getByRole('switch', { name: /^An upload breaks off/ }).click();
		await faults.getByRole('switch', { name: /^An upload breaks off/, checked: true }).waitFor();
		const file = { filename: 'memo.wav', content_type: 'audio/x-wav', size_bytes: 1_000 };
		const upload = await client().ask<Upload>('POST', '/v3/attachments', file);
		await expect(put(upload, Buffer.alloc(1_000))).rejects.toThrow();
		const requests = await phone().tab('Requests');
		await requests
			.getByRole('button', { name: /uploadFile.*Cut off.*Fault: An upload breaks off/ })
			.waitFor();
	});

	it('starts a conversation from a number that one types, and says so where it is none', async () => {
		const { page } = await open('#/');
		await page.getByRole('button', { name: 'New conversation' }).click();
		const dialog = page.getByRole('dialog', { name: 'New conversation' });
		await dialog.getByLabel('Your number').fill('0800 call me');
		await dialog.getByLabel('Message').fill('Hello from nowhere');
		await dialog.getByRole('button', { name: 'Send' }).click();
		await dialog.getByText('“0800 call me” is no phone number with country code').waitFor();
		await dialog.getByLabel('Your number').fill('+1 202 555 0177');
		await dialog.getByRole('button', { name: 'Send' }).click();
		await phone().message('Hello from nowhere').waitFor();
		await page.getByRole('heading', { name: '+1 202 555 0177' }).waitFor();
		const made = sandbox().world.state.chats.reusable(LINE, ['+12025550177']);
		expect(new URL(page.url()).hash).toBe(`#/chats/${made?.id}`);
	});

	it('says in a sentence what a file, or a chat that is gone, is about', async () => {
		const { page } = await openChat(CHAT);
		const buffer = Buffer.from('MZ');
		await page
			.getByLabel('Files to attach')
			.setInputFiles({ name: 'setup.exe', mimeType: 'application/x-msdownload', buffer });
		await phone().problem.getByText('setup.exe cannot be sent').waitFor();
		await page.goto(`${sandbox().url}/#/chats/${GONE}`);
		await page.getByRole('heading', { name: 'This chat is gone' }).waitFor();
		await page.getByRole('link', { name: 'To the chats' }).click();
		await expectShown(phone().feed);
	});

	it('can be used by the keyboard alone', async () => {
		const { page } = await openChat(CHAT);
		const { keyboard } = page;
		await phone().feed.getByRole('article').last().focus();
		await keyboard.press('ArrowUp');
		await page.locator('[role=article]:focus', { hasText: 'It left this morning' }).waitFor();
		await keyboard.press('Tab');
		await keyboard.press('Enter');
		await page.locator('.actions :focus').waitFor();
		await keyboard.press('Enter');
		await phone()
			.message('It left')
			.getByRole('button', { name: 'Heart from you' })
			.first()
			.waitFor();
		await page.getByRole('tab', { name: 'Deliveries' }).focus();
		await keyboard.press('ArrowRight');
		await expectShown(page.getByRole('tabpanel', { name: 'Requests' }));
	});
});
