import type { IDataObject } from 'n8n-workflow';

/**
 * The messages of an item that sends several. The first is the request of its operation; the others
 * follow it into the same chat, one after the other (send/several.ts).
 */
export class Series {
	/**
	 * @param first body of the operation's own request
	 * @param rest bodies of the others, as POST /v3/chats/{chatId}/messages takes them
	 */
	constructor(
		readonly first: IDataObject,
		readonly rest: IDataObject[],
		readonly manner: Manner,
	) {}

	get length(): number {
		return this.rest.length + 1;
	}

	/** All bodies, in the order of the messages. */
	get bodies(): [IDataObject, ...IDataObject[]] {
		return [this.first, ...this.rest];
	}

	/** The same with something else in the place of each body. */
	map(change: (body: IDataObject) => IDataObject): Series {
		return new Series(change(this.first), this.rest.map(change), this.manner);
	}

	/** @param part which message, from 0 */
	bodyOf(part: number): IDataObject {
		return this.bodies[part] ?? this.first;
	}

	/** Texts and links of the messages from a given one onwards. */
	textsFrom(part: number): string[] {
		return this.bodies.slice(part).map(({ message }) => {
			const { parts = [] } = message as { parts?: Array<{ value?: string }> };
			return parts.flatMap(({ value }) => (value === undefined ? [] : [value])).join('\n');
		});
	}
}

/** How messages follow one another. */
export interface Manner {
	/** Milliseconds before each but the first; the typing indicator shows meanwhile. */
	pause: number;
	/** Whether nothing more is sent once somebody has written in the chat. */
	stopsWhenAnswered: boolean;
}
