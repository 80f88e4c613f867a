import type { INodeProperties, INodePropertyCollection, INodePropertyOptions } from 'n8n-workflow';

import { LinqApi } from '../../../credentials/LinqApi.credentials.ts';
import { Linq } from '../../../nodes/Linq/Linq.node.ts';
import { resources } from '../../../nodes/Linq/resources/index.ts';
import { LinqTrigger } from '../../../nodes/LinqTrigger/LinqTrigger.node.ts';

/** Every name that the editor shows: nodes, resources, operations, events, fields and choices. */
export const shownNames: Set<string> = new Set(
	[
		'Linq',
		'Linq Trigger',
		'Linq API',
		...resources.flatMap(({ name, operations }) => [name, ...operations.map((one) => one.name)]),
		...namesIn([
			...new Linq().description.properties,
			...new LinqTrigger().description.properties,
			...new LinqApi().properties,
		]),
	].map(plain),
);

type Named = INodeProperties | INodePropertyOptions | INodePropertyCollection;

function namesIn(all: Named[]): string[] {
	return all.flatMap((one) => {
		const inside = 'values' in one ? one.values : 'options' in one ? (one.options ?? []) : [];
		const modes = 'modes' in one ? (one.modes ?? []) : [];
		const own = 'displayName' in one ? one.displayName : one.name;
		return [own, ...modes.map(({ displayName }) => displayName), ...namesIn(inside as Named[])];
	});
}

/** As a page may write it: without the unit, and without what the editor adds for its lists. */
export function plain(name: string): string {
	return name.replace(/ \((Seconds|MB|Ms|JSON)\)$/, '').replace(/^Line Names or IDs$/, 'Lines');
}
