import { startSandbox, type Sandbox } from '../../sandbox/server.mts';
import { SandboxClient } from '../support/sandboxClient.mts';
import { BROWSER_TIMEOUT, describeInBrowser, TestBrowser } from './support/browser.mts';
import { CuttableProxy } from './support/cuttableProxy.mts';
import { Phone, expectShown } from './support/phone.mts';

const AVA = '+12025550111';
const CHAT = '22222222-0000-4000-8000-000000000001';

describeInBrowser('the live stream', () => {
	const browser = new TestBrowser();
	let sandbox: Sandbox;
	let proxy: CuttableProxy;
	let phone: Phone;

	beforeAll(async () => {
		sandbox = await startSandbox();
		proxy = await CuttableProxy.start(sandbox.url);
		await browser.start();
		phone = new Phone(await browser.open(`${proxy.url}/#/chats/${CHAT}`));
		await phone.message('Great, thank you!').waitFor();
	}, BROWSER_TIMEOUT);

	afterAll(async () => {
		await browser.close();
		await proxy.cut();
		await sandbox.close();
	});

	it('goes on where it stopped when it was cut', async () => {
		await proxy.cut();
		await phone.page.getByText('Connection lost, trying again …').waitFor();
		await new SandboxClient(sandbox).receive(AVA, 'While you were away');
		proxy.asked = '';
		await proxy.mend();
		await phone.message('While you were away').waitFor();
		await phone.page.getByText('Live', { exact: true }).waitFor();
		expect(proxy.asked).toMatch(/^last-event-id: [0-9a-f-]+\.\d+/im);
		expect(await phone.message('Great, thank you!').count()).toBe(1);
	});

	it('says that the sandbox does not answer', async () => {
		await proxy.cut();
		await phone.text('Is anybody there?');
		await phone.problem.getByText('The sandbox does not answer').waitFor();
		expect(await phone.composer.inputValue()).toBe('Is anybody there?');
		await proxy.mend();
		await phone.page.getByText('Live', { exact: true }).waitFor();
		await phone.problem.waitFor({ state: 'detached' });
		await phone.composer.press('Enter');
		await phone.message('Is anybody there?').waitFor();
	});

	it('shows the seed again after a reset', async () => {
		await new SandboxClient(sandbox).act('/reset');
		await phone.message('While you were away').waitFor({ state: 'detached' });
		await expectShown(phone.message('Great, thank you!'));
	});
});
