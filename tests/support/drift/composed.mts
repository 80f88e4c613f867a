import { schema } from '../contract.mts';
import type { Field, NodeOperation } from './fields.mts';
import { bodyPlaces, parameterPlaces, valuesOf, type Place } from './places.mts';

/**
 * Fields whose value a hook puts into the request, with the places where it can end up; the first
 * that the operation has is meant. All other fields say it themselves in their routing.
 */
const COMPOSED: Record<string, string[]> = {
	text: ['message.parts[text].value'],
	message: ['message.parts[text].value'],
	pollChoices: ['poll.options'],
	newChoices: ['options'],
	experienceName: ['message.experience.name', 'experience.name'],
	experienceAction: ['message.experience.action', 'experience.action'],
	'options.sendOnce.rule.key': [
		'message.idempotency_key',
		'poll.idempotency_key',
		'Idempotency-Key',
	],
	'options.preferredService': ['message.preferred_service'],
	'options.replyToPart': ['message.reply_to.part_index'],
};

/** Choices that make the shape of the request, and do not stand in it. */
export const OWN_CHOICES =
	/(^|\.)(messageType|appliesTo|source|mediaSource|audioSource|imageSource|ifNotPossible|formatting|stickerSource|onTap|downloadBy|severalMessages|sendOnce.rule.mode|sendTo|responseType|otherText|askWith|waitUnit|defaultCountry|days|firstMessage|ifAtRisk|ifCannotBeMessaged|ifOutside|outputMode|outputFields)$/;

/** Where the value of a field ends up; undefined where the contract has no such place. */
export function placeOf({ route }: NodeOperation, field: Field): Place | undefined {
	const all = new Map([
		...parameterPlaces(route, 'header'),
		...parameterPlaces(route, 'query'),
		...bodyPlaces(route),
	]);
	if (field.routed) {
		const places =
			field.routed.type === 'body' ? bodyPlaces(route) : parameterPlaces(route, 'query');
		return places.get(field.routed.place);
	}
	const name = (COMPOSED[field.path] ?? []).find((candidate) => all.has(candidate));
	return name === undefined ? undefined : all.get(name);
}

/** The values that the contract has for a field; undefined where it does not list them. */
export function valuesFor(one: NodeOperation, field: Field): string[] | undefined {
	const place = placeOf(one, field);
	const values = place ? valuesOf(place) : composedValues(field.path.split('.').at(-1));
	return values?.map(String);
}

/** Parts that must be the only one, and so are messages of a type of their own. */
const ALONE = ['link', 'imessage_app', 'app_clip'];

/** Of fields that stand for two properties, or for the kind of a part. */
function composedValues(field: string | undefined): unknown[] | undefined {
	const { style, animation } = schema('TextDecoration').properties ?? {};
	const effects = schema('MessageEffect').properties?.name?.['x-known-values'] ?? {};
	switch (field) {
		case 'effect':
			return Object.entries(effects).flatMap(([family, names]) =>
				(names as string[]).map((name) => `${family}:${name}`),
			);
		case 'decoration':
			return [...(style?.enum ?? []), ...(animation?.enum ?? [])];
		case 'type':
			return Object.keys(schema('MessagePart').discriminator?.mapping ?? {}).filter(
				(type) => !ALONE.includes(type),
			);
		default:
			return undefined;
	}
}
