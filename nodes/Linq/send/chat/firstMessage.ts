import type { IDataObject, NodeApiError } from 'n8n-workflow';

import { codedAnswer } from '../../../shared/errors/failure';
import { InvalidInput } from '../../../shared/errors/invalidInput';
import { apiError } from '../../../shared/errors/nodeError';
import { redact } from '../../../shared/errors/redact';
import type { MessagePart } from '../../message/content';
import { notPlain } from '../../message/plain';
import type { Split } from '../../message/splitFirst';
import { splitFirst, whyNotSplit } from '../../message/splitFirst';
import type { Item } from '../item';
import { optionOf } from '../option';
import { findChat } from './findChat';

const ADVICE =
	'Linq advises to begin with words alone, best with a question: links and media in a first message get a line flagged.';

/** How the message of an item goes out that is more than words: in two, as far as is known. */
interface Plan {
	opensChat: boolean;
	split?: Split;
}

const plans = new WeakMap<Item, Plan>();

/**
 * Sees to it that a message that opens a chat is nothing but words, where the user wants that: "First
 * Message". Linq is asked whether there is a chat only for messages of which it matters.
 *
 * @throws InvalidInput; what findChat() throws
 */
export async function checkFirstMessage(item: Item): Promise<void> {
	if (!item.operation.toPeople) return;
	const wanted = optionOf(item.context, 'firstMessage');
	if (wanted !== 'refuse' && wanted !== 'split') return;
	const parts = partsOf(item);
	const found = notPlain(parts);
	if (found === undefined) return;
	const opensChat = !(await findChat(item));
	if (wanted === 'split') plans.set(item, { opensChat });
	if (!opensChat || (wanted === 'split' && parts && splitFirst(parts))) return;
	const message = `This would be the first message of a new chat, and it has ${found} in it`;
	const why = whyNotSplit(parts);
	throw wanted === 'split'
		? new InvalidInput(`${message} and ${why.reason}`, `${ADVICE} ${why.hint}`)
		: new InvalidInput(
				message,
				`${ADVICE} Send it when the person has answered, or set First Message to Send Links and Media Afterwards.`,
			);
}

/** Takes what is to follow out of a message that opens a chat, when its files are uploaded. */
export function splitIfFirst(item: Item): void {
	const plan = plans.get(item);
	const parts = partsOf(item);
	if (!plan || !parts) return;
	plan.split = splitFirst(parts);
	if (!plan.opensChat || !plan.split) return;
	const body = item.request.body as IDataObject;
	body.message = { ...(body.message as IDataObject), parts: plan.split.first as never };
}

/**
 * The parts that still have to follow the message of an item.
 *
 * @param sent parts of the message as Linq has it. If the chat already existed, it can be from an
 *   earlier try, which opened the chat with the text alone and got no further
 */
export function restOf(item: Item, sent: unknown): MessagePart[] | undefined {
	const { opensChat, split } = plans.get(item) ?? {};
	if (!split) return undefined;
	const [first, second] = (Array.isArray(sent) ? sent : []) as Array<IDataObject | undefined>;
	const isFirstAlone = second === undefined && first?.value === split.first[0].value;
	return opensChat || isFirstAlone ? split.rest : undefined;
}

/** Linq's code for a value that it does not take (contract/behaviour.md, section 3). */
const NOT_ACCEPTED = 1005;

/**
 * The error for a link that would open a chat, which Linq refuses from a line of the user's choice.
 * Whether the chat is there is left to Linq, so that lists with links need no question each.
 *
 * @returns undefined where the failure is another one
 */
export function explainLinkInFirst(item: Item, thrown: unknown): NodeApiError | undefined {
	if (item.operation.path !== '/v3/chats' || notPlain(partsOf(item)) !== 'a link') return undefined;
	const answer = codedAnswer(thrown, NOT_ACCEPTED);
	if (!answer) return undefined;
	const message = `Linq takes no link in the first message of a new chat that has a From (Linq error ${NOT_ACCEPTED})`;
	return apiError(item.context.getNode(), message, {
		description: redact(
			`Set Options > First Message to Send Links and Media Afterwards, or leave From empty.${answer.trace}`,
		),
		httpCode: answer.httpCode,
		itemIndex: item.index,
	});
}

const partsOf = ({ request }: Item): MessagePart[] | undefined =>
	(request.body as { message?: { parts?: MessagePart[] } }).message?.parts;
