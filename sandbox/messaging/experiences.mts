import { loadExample } from '../contract/document.mts';
import { ApiError } from '../contract/errors.mts';
import type { Part } from '../wire.mts';
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
 * What an experience sends: an app card of Linq's iMessage app.
 *
 * @throws ApiError 400/1005 for an unknown experience or action, 400/1001 for a missing field
 */
export function experienceParts(request: ExperienceRequest): Part[] {
	const experience = experiences().find((entry) => entry.experience === request.name);
	const action = experience?.actions.find((entry) => entry.name === request.action);
	if (!experience || !action) {
		throw new ApiError('1005', `there is no experience ${request.name} ${request.action}`);
	}
	for (const [name, field] of Object.entries(action.fields)) {
		if (field.required && request.params?.[name] === undefined) {
			throw new ApiError('1001', `message.experience.params.${name}`);
		}
	}
	return [
		{
			type: 'imessage_app',
			app: { bundle_id: 'com.linqapp.experiences', name: 'Linq', team_id: 'LINQ000000' },
			layout: { caption: experience.display_name, subcaption: action.summary },
			url: `https://experiences.linqapp.com/${experience.experience}/${action.name}`,
			fallback_text: action.summary,
			reactions: [],
		},
	];
}
