import type { Operation, Resource } from '../../../nodes/Linq/operation.ts';
import { resources } from '../../../nodes/Linq/resources/index.ts';
import type { NodeOperation } from '../../../tests/support/drift/fields.mts';
import { nodeOperations } from '../../../tests/support/drift/fields.mts';

/** An operation as the user knows it, whatever routes it takes. */
export interface Documented {
	/** As in samples: `message.send`. */
	name: string;
	/** `Message > Send`. */
	label: string;
	resource: Resource;
	operation: Operation;
	/** Its routes, each with the fields that decide for it; the first one is that of the defaults. */
	ways: [NodeOperation, ...NodeOperation[]];
}

export const operations: Documented[] = resources.flatMap((resource) =>
	resource.operations.map((operation): Documented => {
		const name = `${resource.value}.${operation.value}`;
		const [first, ...others] = nodeOperations.filter((one) => one.name.replace(/@.*/, '') === name);
		if (!first) throw new Error(`${name} has no route`);
		const label = `${resource.name} > ${operation.name}`;
		return { name, label, resource, operation, ways: [first, ...others] };
	}),
);
