import { newId } from '../random.mts';
import type { Changes, Kind, Put, Views } from './view.mts';

interface Entry {
	kind: Kind;
	id: string;
	/** Tells whether it has changed since. */
	mark: string;
	value: Views[Kind] | null;
}

/** Where a reader of the journal stands. */
export interface Position {
	journal: string;
	/** Changes read so far. */
	read: number;
}

/**
 * All changes, in order, so that a reader that was cut off can resume where it stopped. Another change
 * of the same thing replaces the older one, so the journal stays about as long as the state.
 */
export class Journal {
	readonly id = newId();
	readonly #current = new Map<Kind, Map<string, Entry>>();
	#entries: Entry[] = [];
	/** Changes that are no longer in `#entries`. */
	#dropped = 0;
	#limit = 2_000;

	/** How many changes there were. */
	get length(): number {
		return this.#dropped + this.#entries.length;
	}

	/**
	 * Notes a thing as it is now.
	 *
	 * @param mark differs from the last one where the thing has changed
	 * @param value is only asked for then
	 */
	put<K extends Kind>(kind: K, id: string, mark: string, value: () => Views[K]): void {
		if (this.#of(kind).get(id)?.mark === mark) return;
		this.#add({ kind, id, mark, value: value() });
	}

	/** Notes that of a kind only these are left. */
	keep(kind: Kind, ids: ReadonlySet<string>): void {
		for (const entry of [...this.#of(kind).values()]) {
			if (entry.value !== null && !ids.has(entry.id)) {
				this.#add({ ...entry, mark: '', value: null });
			}
		}
	}

	/** Leaves out what is numbered below a number, silently: readers keep as many as they like. */
	forget(kind: Kind, below: number): void {
		const entries = this.#of(kind);
		for (const id of entries.keys()) if (Number(id) < below) entries.delete(id);
	}

	/**
	 * The changes after a position.
	 *
	 * @returns null where they cannot be told, so that the reader has to start anew
	 */
	since({ journal, read }: Position): Changes | null {
		if (journal !== this.id || read < this.#dropped || read > this.length) return null;
		return changes(
			this.#entries
				.slice(read - this.#dropped)
				.filter((entry) => this.#of(entry.kind).get(entry.id) === entry),
		);
	}

	/** Everything there is. */
	all(): Changes {
		return changes(this.#latest().filter(({ value }) => value !== null));
	}

	#of(kind: Kind): Map<string, Entry> {
		const known = this.#current.get(kind);
		if (known) return known;
		const entries = new Map<string, Entry>();
		this.#current.set(kind, entries);
		return entries;
	}

	#latest(): Entry[] {
		return [...this.#current.values()].flatMap((entries) => [...entries.values()]);
	}

	#add(entry: Entry): void {
		const entries = this.#of(entry.kind);
		// Set anew, so that the map stays in the order of the changes.
		entries.delete(entry.id);
		entries.set(entry.id, entry);
		this.#entries.push(entry);
		if (this.#entries.length > this.#limit) this.#compact();
	}

	/** Drops what is out of date. Readers that stand before it start anew. */
	#compact(): void {
		const { length } = this;
		this.#entries = this.#latest();
		this.#dropped = length - this.#entries.length;
		this.#limit = 2 * this.#entries.length + 2_000;
	}
}

function changes(entries: readonly Entry[]): Changes {
	return {
		put: entries
			.filter(({ value }) => value !== null)
			.map(({ kind, value }) => ({ kind, value }) as Put),
		gone: entries.filter(({ value }) => value === null).map(({ kind, id }) => ({ kind, id })),
	};
}
