import type { RecordedRequest } from '../record.mts';
import type { State } from '../state/state.mts';
import type { Delivery } from '../webhooks/deliveries.mts';
import type { World } from '../world.mts';
import { Journal, type Position } from './journal.mts';
import { Latest } from './latest.mts';
import {
	chatView,
	deliveryView,
	failureView,
	faultView,
	fileView,
	messageMark,
	messageView,
	requestView,
	subscriptionView,
} from './render.mts';
import type { Changes } from './view.mts';

/** A listener to the changes of the sandbox. */
export interface Follower {
	/** Everything is to be forgotten first where `fresh` is set. */
	tell(changes: Changes, fresh: boolean, position: Position): void;
}

/** Least milliseconds between two looks, and the share of the time that looking may take. */
const PAUSE_MS = 16;
const SHARE = 0.2;
/** A request without an answer for that long was cut off. */
const FORGET_MS = 120_000;
/** Milliseconds until what changes by itself is looked at again. */
const AGAIN_MS = 1_000;

/**
 * Tells its followers what changes. The sandbox does not report changes: the watcher looks after
 * each thing that may have changed something, compares, and does nothing while nobody follows.
 */
export class Watcher {
	readonly #followers = new Map<Follower, Position>();
	#journal = new Journal();
	#state: State | undefined;
	#requests = new Latest<RecordedRequest>();
	#deliveries = new Latest<Delivery>();
	#timer: NodeJS.Timeout | undefined;
	#lastLookMs = 0;

	constructor(private readonly world: World) {
		world.scheduler.onStep = () => this.touch();
	}

	/**
	 * Tells a follower all there is, or what it missed, and from then on what changes.
	 *
	 * @param from where it stopped reading; absent: it knows nothing yet
	 * @returns ends it
	 */
	follow(follower: Follower, from?: Position): () => void {
		this.#look();
		const missed = from && this.#journal.since(from);
		const position = this.#position();
		this.#followers.set(follower, position);
		follower.tell(missed ?? this.#journal.all(), !missed, position);
		this.touch();
		return () => this.#followers.delete(follower);
	}

	/** All there is now. */
	snapshot(): Changes {
		this.#look();
		return this.#journal.all();
	}

	/** Something may have changed. */
	touch(): void {
		if (this.#timer || this.#followers.size === 0) return;
		this.#wait(Math.max(PAUSE_MS, this.#lastLookMs / SHARE));
	}

	close(): void {
		clearTimeout(this.#timer);
		this.#followers.clear();
	}

	#wait(ms: number): void {
		this.#timer = setTimeout(() => {
			this.#timer = undefined;
			try {
				this.#look();
				this.#tell();
				// The window of the rate limit moves on by itself.
				if (this.world.state.rateLimiter.lanes(this.world.now()).length > 0) this.#lookAgain();
			} catch (error) {
				this.world.report(error);
				this.#lookAgain();
			}
		}, ms);
		this.#timer.unref();
	}

	#lookAgain(): void {
		setTimeout(() => this.touch(), AGAIN_MS).unref();
	}

	#position(): Position {
		return { journal: this.#journal.id, read: this.#journal.length };
	}

	#tell(): void {
		const position = this.#position();
		for (const [follower, from] of this.#followers) {
			if (from.journal === position.journal && from.read === position.read) continue;
			const changes = this.#journal.since(from);
			this.#followers.set(follower, position);
			follower.tell(changes ?? this.#journal.all(), !changes, position);
		}
	}

	#look(): void {
		const started = performance.now();
		if (this.#state !== this.world.state) this.#startAnew();
		this.#lookAtChats();
		this.#lookAtFiles();
		this.#lookAtMessages();
		this.#lookAtAccount();
		this.#lookAtTraffic();
		this.#lastLookMs = performance.now() - started;
	}

	/** A reset has made a new state. */
	#startAnew(): void {
		this.#state = this.world.state;
		this.#journal = new Journal();
		this.#requests = new Latest();
		this.#deliveries = new Latest();
	}

	#lookAtChats(): void {
		const { state } = this.world;
		for (const chat of state.chats.all()) {
			const view = chatView(chat, state, this.world.now());
			this.#journal.put('chat', chat.id, JSON.stringify(view), () => view);
		}
		for (const note of this.world.history.notes()) {
			this.#journal.put('note', note.id, '', () => note);
		}
	}

	/** Before the messages, so that a page knows the files of those that it is told of. */
	#lookAtFiles(): void {
		const ids = new Set<string>();
		for (const file of this.world.state.attachments.all()) {
			ids.add(file.id);
			const view = fileView(file);
			this.#journal.put('file', file.id, JSON.stringify(view), () => view);
		}
		this.#journal.keep('file', ids);
	}

	#lookAtMessages(): void {
		const { world } = this;
		const ids = new Set<string>();
		for (const message of world.state.messages.all()) {
			ids.add(message.id);
			this.#journal.put('message', message.id, messageMark(message, world), () =>
				messageView(message, world),
			);
		}
		this.#journal.keep('message', ids);
	}

	#lookAtAccount(): void {
		const { lines, contacts, contactCards, subscriptions } = this.world.state;
		for (const { id, phoneNumber, status } of lines.all()) {
			const card = contactCards.of(phoneNumber);
			const name = card ? [card.first_name, card.last_name].filter(Boolean).join(' ') : null;
			const view = { id, phoneNumber, status, name };
			this.#journal.put('line', id, JSON.stringify(view), () => view);
		}
		for (const { handle, name, services } of contacts.all()) {
			const view = { id: handle, name: name ?? null, services };
			this.#journal.put('contact', handle, JSON.stringify(view), () => view);
		}
		const all = subscriptions.all().map(subscriptionView);
		for (const view of all) {
			this.#journal.put('subscription', view.id, JSON.stringify(view), () => view);
		}
		this.#journal.keep('subscription', new Set(all.map(({ id }) => id)));
	}

	#lookAtTraffic(): void {
		const { world } = this;
		const longAgo = world.now() - FORGET_MS;
		const isOpen = (request: RecordedRequest): boolean =>
			request.status === 0 && Date.parse(request.at) > longAgo;
		for (const request of this.#requests.news(world.record.all(), isOpen)) {
			const mark = `${request.status}|${request.fault ?? ''}|${request.processed}`;
			this.#journal.put('request', String(request.number), mark, () => requestView(request, world));
		}
		const pending = (delivery: Delivery): boolean => delivery.state === 'pending';
		for (const delivery of this.#deliveries.news(world.deliveries.all(), pending)) {
			const mark = `${delivery.state}|${delivery.tries.length}`;
			this.#journal.put('delivery', String(delivery.number), mark, () => deliveryView(delivery));
		}
		this.#journal.forget('request', this.#requests.oldest);
		this.#journal.forget('delivery', this.#deliveries.oldest);
		const lanes = world.state.rateLimiter.lanes(world.now());
		for (const lane of lanes) {
			this.#journal.put('lane', lane.id, lane.times.join(), () => lane);
		}
		this.#journal.keep('lane', new Set(lanes.map(({ id }) => id)));
		const faults = [
			...world.faults.all().map(faultView),
			...world.state.failures.all().map(failureView),
		];
		for (const fault of faults) {
			this.#journal.put('fault', fault.id, JSON.stringify(fault), () => fault);
		}
		this.#journal.keep('fault', new Set(faults.map(({ id }) => id)));
	}
}
