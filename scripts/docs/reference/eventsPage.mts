import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { IDataObject } from 'n8n-workflow';

import type { Envelope } from '../../../nodes/shared/delivery/envelope.ts';
import { EVENTS } from '../../../nodes/shared/events.ts';
import { simplify } from '../../../nodes/shared/simplify/events/index.ts';
import { projectFolder } from '../../project.mts';
import type { FieldWords } from './fieldWords.mts';
import { MADE } from './file.mts';
import { code, listed, sentence, table } from './markdown.mts';

/** Subjects of events, by how the types of their events begin. */
const SUBJECTS: Record<string, RegExp> = {
	Messages: /^message\./,
	Reactions: /^(poll\.)?reaction\./,
	Typing: /^chat\.typing_indicator\./,
	Chats: /^chat\./,
	Participants: /^participant\./,
	Polls: /^poll\./,
	Locations: /^location\./,
	'Contact cards from people': /^contact_card\.received$/,
	Lines: /^phone_number\.(status_updated|assigned|released)$/,
	Payments: /^payment\./,
	'Payment connections': /^connection\./,
	Calls: /^call\./,
	Account:
		/^(api_token|contact_card|environment|phone_number|team_member|webhook_subscription|zero_day_retention)\./,
};

/** Fields at the beginning of every item. */
const ABOUT = ['event', 'event_id', 'time', 'webhook_version'];

type Event = (typeof EVENTS)[number];

/** docs/reference/events.md: what starts a workflow, and the fields of each event's items. */
export function eventsPage(words: FieldWords): string {
	return [
		'# Events',
		MADE,
		`The ${EVENTS.length} events for which Linq Trigger can start a workflow, and what its items hold while **Simplify** is on. Without it, an item is Linq’s own envelope with its \`data\`. [Linq Trigger](../trigger.md) explains how to choose among them.`,
		'Every item begins with these fields:',
		table(
			['Field', 'What it holds'],
			ABOUT.map((name) => [code(name), words.of(name, [])]),
		),
		...[...bySubject()].flatMap(([subject, events]) => [
			`## ${subject}`,
			table(['Event', 'Linq’s name', 'What happened'], events.map(eventRow)),
			fieldsTable(events, words),
		]),
		'',
	].join('\n\n');
}

function bySubject(): Map<string, Event[]> {
	const found = new Map<string, Event[]>(Object.keys(SUBJECTS).map((subject) => [subject, []]));
	for (const event of EVENTS) {
		const [subject] = Object.entries(SUBJECTS).find(([, types]) => types.test(event.value)) ?? [];
		if (subject === undefined) throw new Error(`${event.value} belongs to no subject.`);
		found.get(subject)?.push(event);
	}
	return found;
}

const eventRow = ({ name, value, description }: Event): string[] => [
	name,
	code(value),
	sentence(description),
];

/** The fields of all events of a subject, and which of them have a field that not all have. */
function fieldsTable(events: Event[], words: FieldWords): string {
	const owners = new Map<string, Event[]>();
	for (const event of events) {
		for (const name of Object.keys(exampleOf(event)).filter((one) => !ABOUT.includes(one))) {
			owners.set(name, [...(owners.get(name) ?? []), event]);
		}
	}
	const rows = [...owners].map(([name, having]) => {
		const places = having.map(({ value }) => value.split('.')[0] ?? '');
		return [code(name), words.of(name, places), ownersText(having, events)];
	});
	const sorted = [...rows].sort((one, other) => rankOf(one) - rankOf(other));
	return table(['Field', 'What it holds', 'In'], sorted);
}

function ownersText(having: Event[], events: Event[]): string {
	const without = events.filter((event) => !having.includes(event));
	if (without.length === 0) return 'all';
	const names = (of: Event[]) => listed(of.map(({ name }) => name));
	return without.length < having.length ? `all but ${names(without)}` : names(having);
}

/** Fields of all events come first. */
const rankOf = ([, , having]: string[]): number => (having === 'all' ? 0 : 1);

function exampleOf({ value }: Event): IDataObject {
	const file = join(projectFolder, 'contract', 'examples', 'webhooks', `${value}.json`);
	return simplify(JSON.parse(readFileSync(file, 'utf8')) as Envelope);
}
