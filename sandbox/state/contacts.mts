import type { Service } from '../wire.mts';

/** A person outside the account, as far as the sandbox knows it. */
export interface Contact {
	handle: string;
	name?: string;
	services: Service[];
}

/**
 * Who can be reached over what. An unknown phone number has all three services and an unknown email
 * address has iMessage, so that anybody can be written to without being seeded first.
 */
export class Contacts {
	readonly #contacts = new Map<string, Contact>();

	set(contact: Contact): void {
		this.#contacts.set(contact.handle, contact);
	}

	all(): Contact[] {
		return [...this.#contacts.values()];
	}

	servicesOf(handle: string): Service[] {
		const known = this.#contacts.get(handle)?.services;
		return known ?? (handle.includes('@') ? ['iMessage'] : ['iMessage', 'RCS', 'SMS']);
	}

	/**
	 * The service a message to these recipients uses (contract/behaviour.md section 7, "Service").
	 *
	 * @param preferred what was asked for; absent takes the best that all have
	 * @returns undefined when nothing fits, which makes the message fail
	 */
	serviceFor(handles: readonly string[], preferred?: Service | null): Service | undefined {
		const wanted: Service[] =
			preferred === 'iMessage'
				? ['iMessage']
				: preferred
					? ['RCS', 'SMS']
					: ['iMessage', 'RCS', 'SMS'];
		return wanted.find((service) =>
			handles.every((handle) => this.servicesOf(handle).includes(service)),
		);
	}
}
