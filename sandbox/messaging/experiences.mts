import { loadExample } from '../contract/document.mts';
import { ApiError } from '../contract/errors.mts';
import type { Chat } from '../state/chats.mts';
import type { Part } from '../wire.mts';
import type { World } from '../world.mts';
import type { ExperienceRequest } from './requests.mts';

interface Field {
	type: 'string' | 'cents' | 'int' | 'url';
	required?: boolean;
	max?: number;
}

/** A third-party action in Linq's iMessage app, as the contract shows it. */
export interface Experience {
	experience: string;
	display_name: string;
	actions: Array<{ name: string; summary: string; fields: Record<string, Field> }>;
}

let known: Experience[] | undefined;

/** The experiences of the contract's example; there is no way to add others. */
export function experiences(): Experience[] {
	known ??= (loadExample('endpoints/listExperiences') as { experiences: Experience[] }).experiences;
	return known;
}

/**
 * The parts of an experience: an app card of Linq's iMessage app (contract/behaviour.md section 7).
 *
 * @throws ApiError 400/1005 in a group, and for an experience, an action or a parameter that is
 *   unknown or wrong; 400/1001 for a missing parameter
 */
export function experienceParts(world: World, chat: Chat, request: ExperienceRequest): Part[] {
	if (chat.isGroup) throw new ApiError('1005', 'an experience goes to one recipient only');
	const experience = experiences().find((entry) => entry.experience === request.name);
	const action = experience?.actions.find((entry) => entry.name === request.action);
	if (!experience || !action) {
		throw new ApiError('1005', `there is no experience ${request.name} ${request.action}`);
	}
	checkParams(world, action.fields, request.params ?? {});
	return [
		{
			type: 'imessage_app',
			app: { bundle_id: 'com.linqapp.experiences', name: 'Linq', team_id: 'LINQ000000' },
			layout: {
				caption: experience.display_name,
				subcaption: priceOf(world, request) ?? action.summary,
			},
			url: `https://experiences.linqapp.com/${experience.experience}/${action.name}`,
			fallback_text: action.summary,
			reactions: [],
		},
	];
}

function checkParams(
	world: World,
	fields: Record<string, Field>,
	params: Record<string, unknown>,
): void {
	const where = (name: string): string => `message.experience.params.${name}`;
	for (const [name, field] of Object.entries(fields)) {
		const value = params[name];
		if (value === undefined) {
			if (field.required) throw new ApiError('1001', `${where(name)} is missing`);
			continue;
		}
		const wrong = faultOf(world, field, value);
		if (wrong !== undefined) throw new ApiError('1005', `${where(name)} ${wrong}`);
	}
	for (const name of Object.keys(params)) {
		if (!Object.hasOwn(fields, name)) throw new ApiError('1005', `${where(name)} is unknown`);
	}
}

/** The fault of a parameter's value; undefined if it has none. */
function faultOf(world: World, { type, max }: Field, value: unknown): string | undefined {
	if (type === 'cents' || type === 'int') {
		return Number.isInteger(value) ? undefined : 'must be a whole number';
	}
	if (typeof value !== 'string') return 'must be a string';
	if (max !== undefined && value.length > max) return `may have at most ${max} characters`;
	// The sandbox's own checkouts are on this machine, without https.
	const isUrl = value.startsWith(world.settings.storageUrl) || /^https:\/\/[^/?#]/.test(value);
	return type === 'url' && !isUrl ? 'must begin with https://' : undefined;
}

/** The price on a payment card: the amount comes from the payment request, not from the caller. */
function priceOf(world: World, { params }: ExperienceRequest): string | undefined {
	const asked = [...world.state.payments.requests.values()].find(
		({ checkout_url: url }) => url === params?.checkout_url,
	);
	return asked && `${(asked.amount / 100).toFixed(2)} ${asked.currency.toUpperCase()}`;
}
