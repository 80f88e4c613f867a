import type { IDataObject, IExecuteSingleFunctions } from 'n8n-workflow';

import { InvalidInput } from '../../shared/errors/invalidInput';

/** An action as the fields of fields/experience.ts collect it. */
interface ExperienceInput {
	experienceName?: unknown;
	experienceAction?: unknown;
	/** JSON text, or the object itself from an expression. */
	experienceParams?: unknown;
}

/**
 * The action that the fields of fields/experience.ts describe, in Linq's form.
 *
 * @throws InvalidInput when a name is missing or the parameters are no JSON object
 */
export function readExperience(context: IExecuteSingleFunctions): IDataObject {
	const input: ExperienceInput = {
		experienceName: context.getNodeParameter('experienceName', ''),
		experienceAction: context.getNodeParameter('experienceAction', ''),
		experienceParams: context.getNodeParameter('experienceParams', {}),
	};
	const name = readText(input.experienceName, 'Experience');
	const action = readText(input.experienceAction, 'Action');
	const params = readJsonObject(input.experienceParams ?? {}, 'Parameters (JSON)');
	return { name, action, ...(Object.keys(params).length > 0 ? { params } : {}) };
}

/**
 * @param value JSON text, or an object from an expression
 * @throws InvalidInput when it is no JSON object
 */
function readJsonObject(value: unknown, field: string): IDataObject {
	const parsed = typeof value === 'string' ? parse(value) : value;
	if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)) {
		return parsed as IDataObject;
	}
	throw new InvalidInput(
		`${field} is not a JSON object`,
		'Write it like {"checkout_url": "https://…"}.',
	);
}

function parse(text: string): unknown {
	try {
		return JSON.parse(text || '{}');
	} catch {
		return undefined;
	}
}

function readText(value: unknown, field: string): string {
	const text = String(value ?? '').trim();
	if (text !== '') return text;
	throw new InvalidInput(`${field} is empty`, 'Enter a name that Experience > Get Many lists.');
}
