import type { Locator, Page } from 'playwright-core';

/** The page, as a test looks at it: by roles and labels, as a reader with a screen reader would. */
export class Phone {
	constructor(readonly page: Page) {}

	get feed(): Locator {
		return this.page.getByRole('feed', { name: 'Messages' });
	}

	/** The message that says this. */
	message(text: string): Locator {
		return this.feed.getByRole('article', { name: text });
	}

	get composer(): Locator {
		return this.page.getByRole('textbox', { name: /^Text as / });
	}

	async text(value: string): Promise<void> {
		await this.composer.fill(value);
		await this.composer.press('Enter');
	}

	/** Opens what can be done with a message. */
	async actions(text: string): Promise<Locator> {
		const message = this.message(text);
		await message.hover();
		await message.getByRole('button', { name: /^React to or answer/ }).click();
		return this.page.getByRole('dialog', { name: 'React or answer' });
	}

	/** Chooses an entry of the menu of the chat. */
	async menu(entry: string | RegExp): Promise<void> {
		await this.page.getByRole('button', { name: 'What this contact can do' }).click();
		await this.page.getByRole('button', { name: entry }).click();
	}

	async tab(name: string): Promise<Locator> {
		await this.page.getByRole('tab', { name }).click();
		return this.page.getByRole('tabpanel');
	}

	/** The sentence that says what cannot be done. */
	get problem(): Locator {
		return this.page.locator('.problem');
	}
}

/** Waits until something is on the page, or no longer; that it never comes fails the test. */
export const expectShown = (locator: Locator, state: 'visible' | 'detached' = 'visible') =>
	expect(locator.waitFor({ state })).resolves.toBeUndefined();
