import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { severalMessagesOptions } from '../../nodes/Linq/fields/severalMessages.ts';
import { fields as triggerFields } from '../../nodes/LinqTrigger/description/fields.ts';
import { projectFolder } from '../../scripts/project.mts';
import { activate, callWebhook } from '../support/engine/trigger.mts';
import { locator, seeded } from '../support/linq.mts';
import { runNode } from '../support/engine/run.mts';
import { Linq } from '../../nodes/Linq/Linq.node.ts';
import { useTrigger } from '../support/trigger.mts';

const { trigger, textIn, lastDelivery } = useTrigger();

const text = readFileSync(join(projectFolder, 'docs', 'conversations.md'), 'utf8');

/** A section of the page, without its heading. */
function section(heading: string): string {
	const [, found] = text.split(`\n## ${heading}\n`);
	if (found === undefined) throw new Error(`There is no section ${heading}`);
	return found.split('\n## ')[0] ?? '';
}

/** Text in code, or in bold, in the first column of the tables of a section. */
const firstColumn = (heading: string, sign: '`' | '**') =>
	[...section(heading).matchAll(/^\| (.+?) \|/gm)].flatMap(([, cell = '']) =>
		cell
			.split(sign)
			.filter((_, index) => index % 2 === 1)
			.map((name) => name.trim()),
	);

const perform = async (operation: string, parameters: object): Promise<IDataObject> => {
	const { json, error } = await runNode({
		...trigger(),
		node: new Linq(),
		parameters: {
			resource: 'message',
			operation,
			chatId: locator(seeded.chatWithAva),
			...parameters,
		},
	});
	expect(error).toBeUndefined();
	return json[0] ?? {};
};

test('fields of the trigger’s items', async () => {
	const setup = trigger();
	await activate(setup);
	await textIn('Hello');
	const { items } = await callWebhook(setup, lastDelivery());
	const names = firstColumn('The session', '`');
	expect(names).toEqual(['sessionId', 'chatInput']);
	expect(Object.keys(items?.[0]?.json ?? {})).toEqual(expect.arrayContaining(names));
	expect(items?.[0]?.json).toHaveProperty('is_opt_out');
});

test('fields of Get Unanswered', async () => {
	const output = await perform('getUnanswered', {});
	const names = firstColumn('Several quick texts, one answer', '`');
	expect([...names, 'chat_id'].sort()).toEqual(Object.keys(output).sort());
});

test('fields and options of several messages', async () => {
	const heading = 'An answer as several messages';
	const options = { severalMessages: 'blankLines', messagePause: 0 };
	const one = await perform('send', { sendTo: 'chat', text: 'Hello' });
	const several = await perform('send', { sendTo: 'chat', text: 'Hello\n\nBye', options });
	const more = Object.keys(several).filter((name) => !(name in one));
	expect(firstColumn(heading, '`')).toEqual(more);
	const [message] = several.messages as IDataObject[];
	const [row = ''] = /^\| `messages` .*$/m.exec(section(heading)) ?? [];
	const told = [...row.matchAll(/`(\w+)`/g)].map(([, name]) => name).slice(1);
	expect(told).toEqual(Object.keys(message ?? {}));
	const named = severalMessagesOptions.map(({ displayName }) => displayName.replace(/ \(.*/, ''));
	expect(firstColumn(heading, '**').sort()).toEqual(named.sort());
});

test('options and filters of the trigger that the page names', () => {
	const within = triggerFields.flatMap(({ options = [] }) => options as INodeProperties[]);
	const names = within.map(({ displayName }) => displayName);
	for (const [heading, name, said] of [
		['On arrival', 'On Arrival', '**Options > On Arrival**'],
		['Opt-outs', 'Skip Opt-Outs', '**Options > Skip Opt-Outs**'],
		['Groups', 'Mentions Me', '**Filters > Mentions Me**'],
		['Groups', 'Chat Type', '**Chat Type > Group**'],
	] as const) {
		expect(section(heading)).toContain(said);
		expect(names).toContain(name);
	}
	const arrival = within.find(({ name }) => name === 'onArrival');
	const choices = (arrival?.options as INodeProperties[]).map(({ name }) => name);
	expect(firstColumn('On arrival', '**')).toEqual(choices);
});
