import type { IDataObject } from 'n8n-workflow';

import { UnexpectedAnswer } from '../../shared/errors/unexpectedAnswer';
import { isObject } from '../../shared/object';
import type { ItemView, Output, Shape } from '../operation';
import { wantsSimplified } from './view';

/**
 * One item made from Linq's answer.
 *
 * @param shape takes wrappers off, so that the item is what was asked for
 * @param simplify the flat form, for operations with the field Simplify
 */
export const answerAs =
	(shape: Shape = asItIs, simplify: Shape = asItIs): Output =>
	({ body, statusCode }, { context }) => {
		const json = shape(readObject(body, statusCode));
		return wantsSimplified(context) ? simplify(json) : json;
	};

/** The shape that changes nothing. */
export const asItIs: Shape = (answer) => answer;

/**
 * One item `{ success: true, chat_id: … }` for answers without content (204), with whatever Linq
 * adds in others (202).
 *
 * @param fields the operation's fields that say what was acted on, e.g. `chatId`
 */
export const answerSuccess = (...fields: string[]) => answerDone('success', fields);

/** One item `{ deleted: true, … }`, n8n's convention for operations that delete or remove. */
export const answerDeleted = (...fields: string[]) => answerDone('deleted', fields);

const answerDone =
	(done: string, fields: string[]): Output =>
	({ body, statusCode }, item) => {
		const answer = statusCode === 204 ? {} : readObject(body, statusCode);
		return { [done]: true, ...actedOn(item, fields), ...answer };
	};

/** The IDs in the request, under Linq's names: `chatId` → `chat_id`. */
export function actedOn(item: ItemView, fields: string[]): IDataObject {
	return Object.fromEntries(
		fields.map((field) => [
			field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
			item.sent(field),
		]),
	) as IDataObject;
}

/**
 * The JSON object of an answer.
 *
 * @throws UnexpectedAnswer when it is something else, e.g. the web page of a wrong base URL
 */
export function readObject(body: unknown, status: number): IDataObject {
	if (isObject(body)) return body;
	throw new UnexpectedAnswer(status);
}
