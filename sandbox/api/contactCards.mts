import { ApiError } from '../contract/errors.mts';
import { newId } from '../random.mts';
import type { ContactCard } from '../state/contactCards.mts';
import type { World } from '../world.mts';
import { publishAccount } from '../webhooks/accountEvents.mts';
import { operation, type Operation } from './operation.mts';

type Content = Pick<ContactCard, 'last_name' | 'image_url'> & { first_name?: string };

/** `/v3/contact_card`: POST creates, PATCH changes (contract/behaviour.md section 10). */
export const contactCards: Record<string, Operation> = {
	getContactCard: operation<undefined, { phone_number?: string }>(({ query }, world) => {
		const { contactCards: cards } = world.state;
		if (query.phone_number === undefined) {
			return { status: 200, body: { contact_cards: cards.all().map(render) } };
		}
		const card = cardOf(world, query.phone_number);
		return { status: 200, body: { contact_cards: [render(card)] } };
	}),

	setupContactCard: operation<Content & { phone_number: string; first_name: string }>(
		({ body, traceId }, world) => {
			checkLine(world, body.phone_number);
			checkCalls(world, body.phone_number);
			if (world.state.contactCards.of(body.phone_number)) throw new ApiError('2014');
			const card: ContactCard = {
				id: newId(),
				phone_number: body.phone_number,
				first_name: body.first_name,
				last_name: body.last_name,
				image_url: body.image_url,
				is_active: false,
			};
			world.state.contactCards.set(card);
			applyLater(world, card, () => publishCard(world, 'created', card, traceId));
			return { status: 200, body: render(card) };
		},
	),

	updateContactCard: operation<Content, { phone_number: string }>(
		({ query, body, traceId }, world) => {
			checkLine(world, query.phone_number);
			checkCalls(world, query.phone_number);
			const card = cardOf(world, query.phone_number);
			const change: Record<string, { from: string | null; to: string | null }> = {};
			for (const field of ['first_name', 'last_name', 'image_url'] as const) {
				const to = body[field];
				if (to === undefined || to === card[field]) continue;
				change[field] = { from: card[field] ?? null, to };
				card[field] = to;
			}
			card.is_active = false;
			applyLater(world, card, () => publishCard(world, 'updated', card, traceId, change));
			return { status: 200, body: render(card) };
		},
	),
};

/** A card counts once it is applied to the line. */
function applyLater(world: World, card: ContactCard, tell: () => void): void {
	world.later(() => {
		card.is_active = true;
		tell();
	});
}

function publishCard(
	world: World,
	what: 'created' | 'updated',
	card: ContactCard,
	traceId: string,
	change?: object,
): void {
	publishAccount(world, {
		type: `contact_card.${what}`,
		summary: `Contact card ${what}`,
		traceId,
		fields: {
			contact_card: {
				id: card.id,
				first_name: card.first_name,
				last_name: card.last_name ?? null,
				image_url: card.image_url ?? null,
			},
			...(change ? { change } : {}),
		},
	});
}

/** @throws ApiError 403/2005 */
function checkLine(world: World, phoneNumber: string): void {
	if (!world.state.lines.byNumber(phoneNumber)) throw new ApiError('2005');
}

/**
 * Counts a call, whatever becomes of it.
 *
 * @throws ApiError 429/1007 with the seconds to wait
 */
function checkCalls(world: World, phoneNumber: string): void {
	const { contactCardLimiter } = world.state;
	const wait = contactCardLimiter.take(phoneNumber, ['contact card'], world.now());
	if (wait > 0) throw new ApiError('1007', undefined, wait);
}

/** @throws ApiError 403/2005 for a foreign line, 404/2012 for one without a card */
function cardOf(world: World, phoneNumber: string): ContactCard {
	checkLine(world, phoneNumber);
	const card = world.state.contactCards.of(phoneNumber);
	if (!card) throw new ApiError('2012');
	return card;
}

function render(card: ContactCard): object {
	return { ...card, id: undefined };
}
