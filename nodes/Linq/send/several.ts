import { pick, range } from 'lodash';
import type { IDataObject } from 'n8n-workflow';
import { NodeApiError, NodeOperationError } from 'n8n-workflow';
import { z } from 'zod';

import { requestError } from '../../shared/errors/nodeError';
import { redact } from '../../shared/errors/redact';
import { spacedNumber } from '../../shared/input/dialing';
import type { StoredMessage } from '../message/unanswered';
import { isTheirs, messagePage, PAGE_SIZE, readEnd } from '../message/unanswered';
import type { Manner, Series } from '../message/several/series';
import type { Operation } from '../operation';
import { request } from './ask';
import { AtWork } from './atWork';
import type { Item } from './item';
import { keyOf, putKey } from './key';
import { SENT } from './outcome';
import { Interrupted, waitAside } from './retry';
import { keyPlaceOf } from './route';

/** The fields of each message, in the flat form. */
const TOLD = [
	'message_id',
	'text',
	'links',
	'media',
	'service',
	'status',
	'created_at',
	'idempotency_key',
];

/** Milliseconds that the next message waits for Linq to take the typing indicator. */
const TYPING_PATIENCE = 5_000;

/** The chat and time in the first message's output, in either form. */
const text = z.string().optional().catch(undefined);
const firstMessage = z.object({
	chat_id: text,
	/** Of a chat that came with its message, as Chat > Create has it without Simplify. */
	id: text,
	created_at: text,
	message: z.object({ created_at: text }).optional().catch(undefined),
});

/**
 * Sends the messages of an item one after the other. It keeps its lane until the last one is sent, so
 * nothing of the next item for that chat comes between.
 *
 * Messages that Linq accepted in an earlier try of the run are not sent again. Each message has its own
 * key, so n8n's Retry does not repeat them either.
 *
 * @param next the operation by which all but the first go
 * @param send makes the item's request as it stands, and gives its output
 * @returns the first message's output with `messages`, all that were sent; `stopped`, whether somebody
 *   wrote meanwhile; `unsent`, the texts that were not sent
 * @throws the error of `send`, with the number of messages sent
 */
export async function sendSeries(
	item: Item,
	series: Series,
	next: Operation,
	send: () => Promise<IDataObject>,
): Promise<IDataObject> {
	const sent = item.run.seriesOf(item.index);
	if (sent.length > 0) item.isAccepted = true;
	let goBack: () => void = () => undefined;
	try {
		for (let part = sent.length; part < series.length; part++) {
			const [first] = sent;
			if (first) {
				goBack();
				const chatId = chatOf(item, first);
				goBack = goOn(item, next, chatId, series.bodyOf(part), part);
				if (await isAnswered(item, chatId, first, series.manner)) {
					item.run.progress.done(item.index);
					return result(sent, series);
				}
			}
			const json = await send();
			if (isRefused(json)) return first ? { ...result(sent, series), ...json } : json;
			sent.push(json);
			item.isUncertain = false;
		}
	} catch (error) {
		throw withCount(item, error, sent.length, series.length);
	} finally {
		// Whoever looks at the item when it has ended finds what it set out as.
		goBack();
	}
	return result(sent, series);
}

/** Whether the recipient cannot be messaged, and the user branches on it. */
const isRefused = ({ outcome }: IDataObject) => outcome !== undefined && outcome !== SENT;

/** The chat that the first message went to. */
function chatOf(item: Item, first: IDataObject): string {
	const { chat_id: id, id: ofChat, message } = firstMessage.parse(first);
	const chatId = id ?? (message && ofChat) ?? item.sent('chatId');
	if (typeof chatId === 'string') return chatId;
	throw new NodeOperationError(
		item.context.getNode(),
		'Linq accepted the first message, but did not say which chat it is in',
		{ itemIndex: item.index },
	);
}

/** Makes the request of the item that of a later message. @returns what undoes it */
function goOn(
	item: Item,
	next: Operation,
	chatId: string,
	body: IDataObject,
	part: number,
): () => void {
	const url = `/v3/chats/${encodeURIComponent(chatId)}/messages`;
	const goBack = item.goOn(next, url, body, part);
	const place = keyPlaceOf(next);
	item.key = place && keyOf(item.context, item.run.keys, item.address.target, part);
	if (place && item.key !== undefined) putKey(item.request, place, item.key);
	return goBack;
}

/** Pauses, and looks whether somebody has written in the meantime. */
async function isAnswered(
	item: Item,
	chatId: string,
	first: IDataObject,
	{ pause, stopsWhenAnswered }: Manner,
): Promise<boolean> {
	if (pause > 0) await Promise.all([showTyping(item, chatId), waitAside(item, pause)]);
	return stopsWhenAnswered && (await hasWritten(item, chatId, first));
}

/** Best effort, as Linq's typing indicator itself (contract/behaviour.md, section 10). */
async function showTyping(item: Item, chatId: string): Promise<void> {
	const url = `/v3/chats/${encodeURIComponent(chatId)}/typing`;
	const [shown] = await Promise.allSettled([
		request(item, { method: 'POST', url, timeout: TYPING_PATIENCE }),
	]);
	if (shown.status === 'fulfilled') return;
	const { message } = shown.reason as Error;
	item.context.logger.debug(redact(`The typing indicator could not be shown: ${message}`));
}

/** Whether somebody else has written since the first message. @throws NodeApiError; Interrupted */
async function hasWritten(item: Item, chatId: string, first: IDataObject): Promise<boolean> {
	const { created_at: at, message } = firstMessage.parse(first);
	const since = Date.parse(message?.created_at ?? at ?? '');
	const atWork = new AtWork(item);
	const url = `/v3/chats/${encodeURIComponent(chatId)}/messages`;
	const getPage = async (cursor?: string) =>
		await atWork.ask(
			{ method: 'GET', url, qs: { limit: PAGE_SIZE, ...(cursor && { cursor }) } },
			messagePage,
		);
	try {
		const { messages } = await readEnd(getPage, 1);
		return messages.some((one) => isTheirs(one) && isNew(one, since));
	} catch (error) {
		throw inWords(item, error);
	}
}

function inWords({ context, index, request: { baseURL } }: Item, error: unknown): unknown {
	if (error instanceof Interrupted) return error;
	const baseUrl = baseURL ?? '';
	return requestError(context.getNode(), error, { baseUrl, writes: false, itemIndex: index });
}

const isNew = ({ created_at: at, reconciled_at: late }: StoredMessage, since: number) =>
	!late && Date.parse(at) > since;

function result(sent: IDataObject[], series: Series): IDataObject {
	const unsent = series.textsFrom(sent.length);
	return {
		...sent[0],
		messages: sent.map(told),
		stopped: unsent.length > 0,
		unsent,
	};
}

/** One message among several. */
function told(json: IDataObject): IDataObject {
	if (json.message_id !== undefined) return pick(json, TOLD);
	const message = (json.message ?? json) as IDataObject;
	return { ...message, idempotency_key: json.idempotency_key };
}

/** Adds to a failure how far the item has come; whoever resumes has to know. */
export function withCount(item: Item, error: unknown, sent: number, total: number): unknown {
	if (sent === 0) return error;
	if (error instanceof Interrupted) {
		item.run.progress.partly(item.index, sent, total);
		return error;
	}
	if (error instanceof NodeApiError || error instanceof NodeOperationError) {
		const count = countOf(item, sent, total);
		error.description = [error.description, count].filter(Boolean).join(' ');
	}
	return error;
}

/** Which messages of an item were sent, and which were not. */
function countOf({ address, isUncertain }: Item, sent: number, total: number): string {
	const [ahead, open] = [range(sent), isUncertain ? [sent] : []];
	const behind = range(sent + open.length, total);
	const to = address.people.length > 0 ? ` (${address.people.map(spacedNumber).join(', ')})` : '';
	return [
		`Sent: ${ordinals(ahead)} of ${total} messages.`,
		open.length > 0 && `Not known: ${ordinals(open)}.`,
		behind.length > 0 && `Not sent: ${ordinals(behind)}${to}.`,
	]
		.filter(Boolean)
		.join(' ');
}

const SUFFIXES: Partial<Record<Intl.LDMLPluralRule, string>> = { one: 'st', two: 'nd', few: 'rd' };

/** `[0, 2]` → `1st and 3rd` */
function ordinals(indexes: number[]): string {
	const rules = new Intl.PluralRules('en', { type: 'ordinal' });
	const texts = indexes.map((index) => `${index + 1}${SUFFIXES[rules.select(index + 1)] ?? 'th'}`);
	return new Intl.ListFormat('en-GB').format(texts);
}
