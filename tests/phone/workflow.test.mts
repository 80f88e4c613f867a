import { readExample } from '../../scripts/start/examples.mts';
import type { WorkflowNode } from '../../scripts/n8n/shapes.mts';
import { Stage, START_TIMEOUT } from '../support/n8n.mts';
import { describeInBrowser, TestBrowser } from './support/browser.mts';
import { Phone, expectShown } from './support/phone.mts';

const CHAT = '22222222-0000-4000-8000-000000000001';

describeInBrowser('the phone beside a real n8n that runs the auto-reply example', () => {
	const browser = new TestBrowser();
	let stage: Stage;
	let phone: Phone;

	beforeAll(async () => {
		stage = await Stage.start({ publicationService: false });
		const workflow = await readExample('auto-reply.json');
		const trigger = (workflow.nodes as WorkflowNode[]).find(
			({ type }) => type === 'n8n-nodes-linqapp.linqTrigger',
		);
		if (!trigger) throw new Error('The example has no trigger');
		trigger.parameters = { events: ['message.received', 'reaction.added'] };
		const { id } = await stage.api.createWorkflow(workflow);
		await stage.api.activate(id);
		await browser.start();
		phone = new Phone(await browser.open(`${stage.sandbox.url}/#/chats/${CHAT}`));
	}, START_TIMEOUT);

	afterAll(async () => {
		await browser.close();
		await stage.close();
	});

	it('shows the webhook that the workflow registered', async () => {
		const panel = await phone.tab('Webhooks');
		await panel.getByText('reaction.added').waitFor();
		await expectShown(panel.getByText(`${stage.n8n.url}/webhook/`));
	});

	it('texts in, and the reply of the workflow appears', async () => {
		await phone.text('Are you there?');
		await phone.message('Are you there?').last().waitFor();
		const reply = phone.message('Thanks! You said: Are you there?');
		await reply.waitFor();
		expect(await reply.getAttribute('aria-label')).toMatch(/^\+1 202 555 0100, /);
		await reply.getByText('Delivered', { exact: true }).waitFor();
		const panel = await phone.tab('Deliveries');
		await panel.getByRole('button', { name: /message\.received 200/ }).waitFor();
	});

	it('puts a tapback on the reply, and the delivery of reaction.added is there to be read', async () => {
		const actions = await phone.actions('Thanks! You said: Are you there?');
		await actions.getByRole('button', { name: 'Heart', exact: true }).click();
		await phone
			.message('Thanks!')
			.getByRole('button', { name: 'Heart from you. Take it off' })
			.waitFor();
		const panel = await phone.tab('Deliveries');
		const delivery = panel.getByRole('button', { name: /reaction\.added 200/ });
		await delivery.click();
		await panel.getByLabel('Payload').getByText('"love"').waitFor();
		await expectShown(panel.getByLabel('Headers').getByText('"webhook-signature":'));
	});

	it('switches a fault on and sees it happen to the next reply', async () => {
		const faults = await phone.tab('Faults');
		await faults.getByLabel('How often').selectOption('Once');
		const fault = faults.getByRole('switch', { name: /^Linq fails/ });
		await fault.click();
		await faults.getByRole('switch', { name: /^Linq fails/, checked: true }).waitFor();
		await phone.text('And now?');
		await fault.getByText('Happened 1 time').waitFor();
		const requests = await phone.tab('Requests');
		const failed = /sendMessageToChat 500.*Fault: Linq fails/;
		await expectShown(requests.getByRole('button', { name: failed }));
	});

	it('had no error on the console', () => {
		expect(browser.errors).toEqual([]);
	});
});
