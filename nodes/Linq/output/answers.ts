import type { IDataObject, IExecuteSingleFunctions, PostReceiveAction } from 'n8n-workflow';

import { readHandle } from '../../shared/input/handles';
import { ForeignAnswer } from '../../shared/errors/explain';

/** Makes an item of an answer, or of an entry of a list. */
export type Shape = (answer: IDataObject) => IDataObject;

/**
 * One item made from Linq's answer.
 *
 * @param shape takes wrappers off, so that the item is what was asked for
 * @param simplify the flat form, for operations with the field of fields/simplify.ts
 */
export function answerAs(shape: Shape = asItIs, simplify: Shape = asItIs): PostReceiveAction {
	return async function (_items, response) {
		const json = shape(readObject(response.body, response.statusCode));
		return [{ json: this.getNodeParameter('simplify', false) ? simplify(json) : json }];
	};
}

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

function answerDone(done: string, fields: string[]): PostReceiveAction {
	return async function (_items, { body, statusCode }) {
		const answer = statusCode === 204 ? {} : readObject(body, statusCode);
		return [{ json: { [done]: true, ...actedOn(this, fields), ...answer } }];
	};
}

/**
 * The JSON object of an answer.
 *
 * @throws ForeignAnswer when it is something else, e.g. the web page of a wrong base URL
 */
export function readObject(body: unknown, status: number): IDataObject {
	if (isObject(body)) return body;
	throw new ForeignAnswer(status);
}

const isObject = (value: unknown): value is IDataObject =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** What was acted on, under Linq's names and in Linq's form: `chatId` → `chat_id`. */
export function actedOn(context: IExecuteSingleFunctions, fields: string[]): IDataObject {
	return Object.fromEntries(
		fields.map((field) => [
			field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
			inLinqsForm(field, context.getNodeParameter(field, '', { extractValue: true })),
		]),
	);
}

const inLinqsForm = (field: string, value: unknown) =>
	field === 'handle' ? readHandle(value, 'Handle') : String(value).trim();
