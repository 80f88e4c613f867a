import type { IExecuteSingleFunctions } from 'n8n-workflow';

import { InvalidInput } from '../../shared/errors/invalidInput';
import { readHandle } from '../../shared/input/handles';
import type { InputSettings } from '../../shared/input/phoneNumber';
import { CHECK_EXPRESSION, splitList } from '../../shared/input/text';
import { FEWEST_CHOICES, readChoices } from '../fields/choiceList';
import { optionOf } from '../send/option';
import type { AnswerRules } from './state';

/** How a question that wants a yes or a no is asked. */
export type AskWith = 'text' | 'hint' | 'poll';

/** Seconds without another text after which an answer is complete, unless the user says otherwise. */
export const PAUSE = 4;

/** The most that it can be: Linq waits ten for an answer to a delivery. */
export const MAX_PAUSE = 8;

/** The answers of a poll that asks for approval. */
export const YES = 'Yes';
export const NO = 'No';

const UNITS: Record<string, number> = { minutes: 60_000, hours: 3_600_000, days: 86_400_000 };

/** Longest wait, in milliseconds: a year. */
const LONGEST = 366 * 86_400_000;

/**
 * Reads the fields about the answer.
 *
 * @param settings what handles are read with
 * @throws InvalidInput for what cannot be used
 */
export function readRules(context: IExecuteSingleFunctions, settings: InputSettings): AnswerRules {
	const responseType = readResponseType(context);
	return {
		responseType,
		people: entriesOf(context, 'onlyFrom').map((one) =>
			readHandle(one, 'Only Answers From', settings).toLowerCase(),
		),
		words: {
			approve: entriesOf(context, 'approvalWords'),
			refuse: entriesOf(context, 'refusalWords'),
		},
		labels: readLabels(context),
		otherText: optionOf(context, 'otherText') === 'refuse' ? 'refuse' : 'keepWaiting',
		choices: responseType === 'choice' ? readAnswers(context) : [],
		pause: readPause(context) * 1000,
	};
}

/** @throws InvalidInput for another value, which an expression can give */
function readResponseType(context: IExecuteSingleFunctions): AnswerRules['responseType'] {
	const value = context.getNodeParameter('responseType', 'approval');
	if (value === 'approval' || value === 'choice' || value === 'freeText') return value;
	throw new InvalidInput(
		`Response Type is ${JSON.stringify(value)}`,
		'Choose one from the list, or let the expression give approval, choice or freeText.',
	);
}

/** How the question is asked. */
export function readAskWith(context: IExecuteSingleFunctions): AskWith {
	const value = optionOf(context, 'askWith');
	return value === 'hint' || value === 'poll' ? value : 'text';
}

/**
 * The options of the poll that goes with the question.
 *
 * @returns undefined where there is none
 */
export function pollChoices(
	context: IExecuteSingleFunctions,
	{ responseType, choices, labels }: AnswerRules,
): string[] | undefined {
	if (responseType === 'choice') return choices;
	if (responseType !== 'approval' || readAskWith(context) !== 'poll') return undefined;
	return [labels.approve, labels.refuse];
}

/**
 * When the wait ends.
 *
 * @param now milliseconds since 1970
 * @returns milliseconds since 1970
 * @throws InvalidInput for a time that is invalid or too long
 */
export function readEnd(context: IExecuteSingleFunctions, now: number): number {
	const amount = Number(context.getNodeParameter('waitAmount', 1));
	const unit = UNITS[String(context.getNodeParameter('waitUnit', 'days'))];
	const length = amount * (unit ?? NaN);
	if (length > 0 && length <= LONGEST) return now + Math.round(length);
	throw new InvalidInput(
		'Limit Wait Time must be more than 0, and at most a year',
		`Enter how long to wait for an answer. ${CHECK_EXPRESSION}`,
	);
}

/** @throws InvalidInput where there are too few, or one twice, so that a text could mean either */
function readAnswers(context: IExecuteSingleFunctions): string[] {
	const choices = readChoices(context, 'choices', FEWEST_CHOICES);
	if (new Set(choices.map((one) => one.toLowerCase())).size === choices.length) return choices;
	throw new InvalidInput(
		'Choices has one entry twice',
		`Enter choices that differ. ${CHECK_EXPRESSION}`,
	);
}

function readPause(context: IExecuteSingleFunctions): number {
	const value = optionOf(context, 'pause');
	const seconds = Number(value ?? PAUSE);
	if (seconds >= 0 && seconds <= MAX_PAUSE) return seconds;
	throw new InvalidInput(
		`Pause After Text must be 0 to ${MAX_PAUSE} seconds`,
		'Linq gives up a delivery that takes longer than ten.',
	);
}

const entriesOf = (context: IExecuteSingleFunctions, option: string) =>
	splitList(optionOf(context, option) ?? '');

/** @throws InvalidInput where a vote could not be told from the other */
function readLabels(context: IExecuteSingleFunctions): AnswerRules['labels'] {
	const approve = labelOf(context, 'approveLabel', YES);
	const refuse = labelOf(context, 'refuseLabel', NO);
	if (approve.toLowerCase() !== refuse.toLowerCase()) return { approve, refuse };
	throw new InvalidInput(
		`Label for Yes and Label for No are both ${JSON.stringify(approve)}`,
		`Enter two labels that differ. ${CHECK_EXPRESSION}`,
	);
}

function labelOf(context: IExecuteSingleFunctions, option: string, usual: string): string {
	const text = String(optionOf(context, option) ?? '').trim();
	return text === '' ? usual : text;
}
