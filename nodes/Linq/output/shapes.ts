import type { IDataObject } from 'n8n-workflow';

import type { Shape } from '../operation';
import { readObject } from './answers';

/** Takes the one wrapper off that Linq puts around some answers, e.g. `{ chat: { … } }`. */
export const unwrap =
	(name: string): Shape =>
	(answer) =>
		readObject(answer[name], 200);

/**
 * A sent message in the form of a stored one, so that both are read alike:
 * `{ chat_id, message: { id, … } }` → `{ id, chat_id, … }`.
 */
export function sentMessage(answer: IDataObject): IDataObject {
	const { id, ...rest } = readObject(answer.message, 200);
	return { id, chat_id: answer.chat_id, ...rest };
}

/** The same for a message whose chat and line Linq chose; how it chose stands beside it. */
export function sentToPerson(answer: IDataObject): IDataObject {
	const choice = Object.entries(answer).filter(([name]) => name !== 'message');
	return { ...sentMessage(answer), ...Object.fromEntries(choice) };
}
