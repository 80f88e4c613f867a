import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../../object';
import type { Simplify } from './fields';

/**
 * Events of the account (contract/openapi.yaml, AccountEvent): each object in the data is laid out
 * flat, e.g. `actor: { name }` becomes `actor_name` and `change: { from, to }` becomes `change_from`
 * and `change_to`. What there is depends on the event; new fields come along.
 */
export const simplifyAccountEvent: Simplify = (data) =>
	Object.fromEntries(
		Object.entries(data as IDataObject).flatMap(([name, value]) =>
			isObject(value)
				? Object.entries(value).map(([inner, entry]) => [`${name}_${inner}`, entry])
				: [[name === 'phone_number' ? 'line' : name, value]],
		),
	) as IDataObject;
