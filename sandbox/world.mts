import { currentCause } from './cause.mts';
import { Faults } from './faults.mts';
import { History } from './live/history.mts';
import { Model } from './model/model.mts';
import type { Settings } from './options.mts';
import { RequestRecord } from './record.mts';
import { Scheduler } from './scheduler.mts';
import { applySeed } from './seed/apply.mts';
import type { Seed } from './seed/shape.mts';
import { State } from './state/state.mts';
import { Deliveries } from './webhooks/deliveries.mts';
import type { NewEvent } from './webhooks/envelope.mts';
import { publish } from './webhooks/publish.mts';

/** One sandbox's account with all that happens in it; what every operation works on. */
export class World {
	readonly scheduler = new Scheduler((error) => this.report(error));
	readonly faults = new Faults();
	readonly record = new RequestRecord();
	readonly history = new History();
	readonly model = new Model();
	readonly deliveries: Deliveries;
	state: State;

	constructor(
		readonly settings: Settings,
		private readonly seed: Seed,
	) {
		this.deliveries = new Deliveries(settings, this.scheduler);
		this.state = this.#seeded();
	}

	/** Now, in epoch milliseconds, by the sandbox's clock. */
	now(): number {
		return this.settings.now();
	}

	/** Now, as the contract writes times. */
	isoNow(): string {
		return new Date(this.now()).toISOString();
	}

	/** Notes an error of the sandbox itself, which goes on. */
	report(error: unknown): void {
		const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
		this.settings.log(`The sandbox failed after ${currentCause() ?? 'no request'}\n${what}`);
	}

	/** Sends an event to every subscription that wants it. */
	publish(event: NewEvent): void {
		this.history.take(event, this.isoNow());
		publish(this, event);
	}

	/** Does something one pace from now, as Linq does queued work. */
	later(run: () => void): void {
		this.scheduler.after(this.settings.pace, run);
	}

	/** Back to the seed: subscriptions, faults, records and all that was pending are gone. */
	reset(): void {
		this.scheduler.clear();
		this.deliveries.clear();
		this.faults.clear();
		this.record.clear();
		this.history.clear();
		this.model.clear();
		this.state = this.#seeded();
	}

	async close(): Promise<void> {
		this.scheduler.clear();
		await this.deliveries.close();
	}

	#seeded(): State {
		const state = new State(this.settings);
		applySeed(this.seed, state, this.now());
		return state;
	}
}
