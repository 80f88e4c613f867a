/** The name and photo that a line shares with its contacts. */
export interface ContactCard {
	id: string;
	phone_number: string;
	first_name: string;
	last_name?: string;
	image_url?: string;
	is_active: boolean;
}

/** Contact cards by line; a line has one at most. */
export class ContactCards {
	readonly #cards = new Map<string, ContactCard>();

	set(card: ContactCard): void {
		this.#cards.set(card.phone_number, card);
	}

	of(line: string): ContactCard | undefined {
		return this.#cards.get(line);
	}

	all(): ContactCard[] {
		return [...this.#cards.values()];
	}
}
