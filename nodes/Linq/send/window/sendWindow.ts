import { InvalidInput } from '../../../shared/errors/invalidInput';
import { clock } from '../clock';
import type { Item } from '../item';
import { NotSent } from '../notSent';
import { optionOf } from '../option';
import { waitAside } from '../retry';
import type { OpeningHours } from './openingHours';
import { nextOpening } from './openingHours';
import type { WindowInput } from './readWindow';
import { readHours } from './readWindow';

interface Window {
	hours: OpeningHours;
	/** Whether the item waits for it. */
	waits: boolean;
	/** Whether the item has entered it: one that an earlier try has begun with does not need it. */
	isEntered: boolean;
}

/** The window of each item that has one, read once. */
const windows = new WeakMap<Item, Window>();

/** Reads the Send Window of an item. @throws InvalidInput for one that cannot be used */
export function checkWindow(item: Item): void {
	const option = optionOf(item.context, 'sendWindow') as { window?: WindowInput } | undefined;
	if (option === undefined) return;
	const { window } = option;
	if (!window) {
		throw new InvalidInput('Send Window is empty', 'Add a window, or remove the option.');
	}
	const hours = readHours(window, item.context.getTimezone());
	windows.set(item, { hours, waits: window.ifOutside === 'wait', isEntered: false });
}

/**
 * Lets an item pass while its Send Window is open, or waits until it is where the user wants that
 * and Max Wait allows it.
 *
 * @throws NotSent with `send_after`, ISO time in UTC; InvalidInput; Interrupted
 */
export async function enterWindow(item: Item): Promise<void> {
	const window = windows.get(item);
	if (!window) return;
	window.isEntered = true;
	const wait = (nextOpening(window.hours, clock.now()) ?? Infinity) - clock.now();
	const isAllowed = window.waits && item.waited + wait <= item.attempt.maxWait;
	if (wait > 0 && isAllowed) {
		item.waited += wait;
		await waitAside(item, wait);
	}
	stayInWindow(item);
}

/**
 * Call before each try of an item's request: it may have waited for Linq since it entered. A request
 * that Linq may already have processed is tried until its outcome is known.
 *
 * @throws NotSent if its window has closed
 */
export function stayInWindow(item: Item): void {
	const window = windows.get(item);
	if (!window?.isEntered || item.isUncertain) return;
	const { hours } = window;
	const now = clock.now();
	const opening = nextOpening(hours, now);
	if (opening === now) return;
	if (opening === undefined) {
		throw new InvalidInput('Send Window never opens', 'Check its days and times.');
	}
	throw new NotSent('outside_window', 'It is outside the send window', {
		send_after: new Date(opening).toISOString(),
	});
}
