import type { IHookFunctions, INodePropertyOptions, IWebhookFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import { z } from 'zod';

import { settingsOf } from '../shared/api/credential';
import { InvalidInput } from '../shared/errors/invalidInput';
import { ABOUT_OWN, ALL_EVENTS, EVENTS } from '../shared/events';
import { readCountry } from '../shared/input/country';
import { readHandle } from '../shared/input/handles';
import type { InputSettings } from '../shared/input/phoneNumber';
import { quote, splitList } from '../shared/input/text';
import type { Filter } from './delivery/filters';
import type { Pattern } from './delivery/pattern';
import { compilePattern, UnsupportedPattern } from './delivery/pattern';

type Context = IHookFunctions | IWebhookFunctions;

/** Lists come from a selector as such, from a text field or an expression also as text. */
const list = z
	.union([z.array(z.unknown()), z.string(), z.number()])
	.catch([])
	.transform(splitList);

/** The collection of filters, as n8n stores it: what was not added is not there. */
const filterFields = z
	.object({
		chatIds: list.optional(),
		chatType: z.enum(['any', 'direct', 'group']).catch('any'),
		mentionsMe: z.boolean().catch(false),
		senders: list.optional(),
		textContains: z.string().catch(''),
		textMatches: z.string().catch(''),
	})
	.catch({ chatType: 'any', mentionsMe: false, textContains: '', textMatches: '' });

/** The chosen events; `*` stands for all. */
export const chosenEvents = (context: Context) => list.parse(context.getNodeParameter('events'));

/** The lines whose events are wanted; empty for all. */
export const chosenLines = (context: Context, settings: InputSettings) =>
	enteredLines(context).map((line) => readHandle(line, 'Lines', settings));

const enteredLines = (context: Context) => list.parse(context.getNodeParameter('lines', []));

const filtersOf = (context: Context) => filterFields.parse(context.getNodeParameter('filters', {}));

/** The value that n8n returns for an option that was not added. */
const NOT_ADDED = 'not added';

/**
 * Settings for reading lines and senders: the node's Default Country, else that of the credential. n8n
 * reads the credential from its database each time, so only if a number has no country code.
 *
 * @throws InvalidInput for an unknown country, and n8n's errors for the credential
 */
export async function inputSettings(context: Context): Promise<InputSettings> {
	const country = context.getNodeParameter('options.defaultCountry', NOT_ADDED);
	if (country !== NOT_ADDED) return { country: readCountry(country, 'Default Country') };
	const handles = [...enteredLines(context), ...(filtersOf(context).senders ?? [])];
	const areComplete = handles.every((handle) => handle.startsWith('+') || handle.includes('@'));
	return areComplete ? {} : await settingsOf(context);
}

/**
 * Reads the fields that decide which events start the workflow.
 *
 * @throws InvalidInput for a value that cannot be used
 */
export function readFilter(context: Context, settings: InputSettings): Filter {
	const fields = filtersOf(context);
	return {
		events: new Set(chosenEvents(context)),
		inboundOnly: context.getNodeParameter('inboundOnly', true) !== false,
		history: context.getNodeParameter('options.includeHistory', false) === true,
		optOuts: context.getNodeParameter('options.skipOptOuts', true) === false,
		chats: new Set(fields.chatIds?.map((id) => id.toLowerCase())),
		chatType: fields.chatType,
		mentionsMe: fields.mentionsMe,
		senders: new Set(
			fields.senders?.map((sender) => readHandle(sender, 'Senders', settings).toLowerCase()),
		),
		contains: fields.textContains.trim().toLowerCase(),
		matches: fields.textMatches === '' ? undefined : readPattern(fields.textMatches),
	};
}

/**
 * Refuses, before anything is registered, settings with which the trigger could never do what they
 * say.
 *
 * @throws NodeOperationError that names the field
 */
export async function checkSettings(context: IHookFunctions): Promise<void> {
	try {
		const settings = await inputSettings(context);
		chosenLines(context, settings);
		const { events, inboundOnly } = readFilter(context, settings);
		if (events.size === 0) {
			throw new InvalidInput('No event is selected', 'Select at least one in the field Events.');
		}
		const never = ABOUT_OWN.filter((event) => events.has(event));
		if (inboundOnly && never.length > 0) {
			throw new InvalidInput(
				`${never.map(nameOf).join(', ')}: these events are about your own messages, so they never start the workflow while “Inbound Only” is turned on`,
				'Turn off “Inbound Only”, or remove these events from the field Events.',
			);
		}
	} catch (error) {
		throw new NodeOperationError(context.getNode(), error as Error, {
			description: error instanceof InvalidInput ? error.hint : undefined,
		});
	}
}

/** Patterns that were read before, by their text; each delivery reads the settings anew. */
const patterns = new Map<string, Pattern>();

const MAX_PATTERNS = 100;

/** `word` or `/word/flags`, as JavaScript writes regular expressions. */
function readPattern(text: string): Pattern {
	const known = patterns.get(text);
	if (known) return known;
	const pattern = compile(text);
	if (pattern instanceof UnsupportedPattern) {
		throw new InvalidInput(
			`Text Matches has ${pattern.message}: ${quote(text)}`,
			'Such an expression could keep n8n busy for hours with a text that somebody sends. Leave that part out, e.g. with Text Contains for plain words, or check the text with an If node behind this one.',
		);
	}
	if (pattern === undefined) {
		throw new InvalidInput(
			`Text Matches is not a regular expression: ${text}`,
			'Write it as in JavaScript, e.g. ^(yes|no)$ or /stop/i. For plain words, use Text Contains.',
		);
	}
	if (patterns.size >= MAX_PATTERNS) patterns.clear();
	patterns.set(text, pattern);
	return pattern;
}

/** @returns undefined for what is no regular expression */
function compile(text: string): Pattern | UnsupportedPattern | undefined {
	const [, source = text, flags = 'i'] = /^\/(.+)\/([a-z]*)$/s.exec(text) ?? [];
	try {
		return compilePattern(source, flags);
	} catch (error) {
		return error instanceof UnsupportedPattern ? error : undefined;
	}
}

const nameOf = (event: string) =>
	([ALL_EVENTS, ...EVENTS] as INodePropertyOptions[]).find(({ value }) => value === event)?.name ??
	event;
