import type { IDataObject } from 'n8n-workflow';

import { readObject } from './answer';

/** Takes the one wrapper off that Linq puts around some answers, e.g. `{ chat: { … } }`. */
export const unwrap = (name: string) => (answer: IDataObject) => readObject(answer[name], 200);

/**
 * A sent message in the form of a stored one, so that both are read alike:
 * `{ chat_id, message: { id, … } }` → `{ id, chat_id, … }`.
 */
export function sentMessage(answer: IDataObject): IDataObject {
	const { id, ...rest } = readObject(answer.message, 200);
	return { id, chat_id: answer.chat_id, ...rest };
}
