import type { INodeProperties } from 'n8n-workflow';
import { z } from 'zod';

/** Items that n8n prepares before it attends to anything else. */
const BATCH_SIZE = 5;

/** Milliseconds between batches; the least that makes n8n pause. */
const BATCH_INTERVAL = 1;

const batching = z.object({
	batching: z.object({
		batch: z.object({ batchSize: z.number().catch(1), batchInterval: z.number() }),
	}),
});

/**
 * How many items n8n hands over between two pauses that the user has chosen, to spread messages over
 * time. The pause that is there by default spreads nothing.
 *
 * @param value of the Request Options of a node
 * @returns undefined where there are no such pauses (n8n-core, routing-node.ts, runNode)
 */
export function pacedBatchSize(value: unknown): number | undefined {
	const batch = batching.safeParse(value).data?.batching.batch;
	if (!batch || batch.batchInterval <= BATCH_INTERVAL) return undefined;
	return batch.batchSize > 0 ? batch.batchSize : 1;
}

/**
 * n8n's Request Options of declarative nodes (n8n-core, nodes-loader/constants.ts), with Batching on.
 *
 * Without it n8n prepares all items in one go, before the first request leaves: 20,000 items block
 * it for about two minutes. The pauses cost next to nothing; how many requests are under way at the
 * same time is up to the queue of the send path.
 */
export const requestOptionsField: INodeProperties = {
	displayName: 'Request Options',
	name: 'requestOptions',
	type: 'collection',
	isNodeSetting: true,
	placeholder: 'Add Option',
	default: { batching: { batch: { batchSize: BATCH_SIZE, batchInterval: BATCH_INTERVAL } } },
	options: [
		{
			displayName: 'Batching',
			name: 'batching',
			placeholder: 'Add Batching',
			type: 'fixedCollection',
			typeOptions: { multipleValues: false },
			default: { batch: {} },
			description:
				'How n8n takes up the items. Without batching, a list of thousands of items blocks n8n while it prepares them.',
			options: [
				{
					displayName: 'Batching',
					name: 'batch',
					values: [
						{
							displayName: 'Items per Batch',
							name: 'batchSize',
							type: 'number',
							typeOptions: { minValue: -1 },
							default: BATCH_SIZE,
							description:
								'How many items to prepare before a pause. -1 for disabled. 0 will be treated as 1.',
						},
						{
							displayName: 'Batch Interval (Ms)',
							name: 'batchInterval',
							type: 'number',
							typeOptions: { minValue: 0 },
							default: BATCH_INTERVAL,
							description: 'Pause between batches, in milliseconds. 0 for disabled.',
						},
					],
				},
			],
		},
		{
			displayName: 'Ignore SSL Issues (Insecure)',
			name: 'allowUnauthorizedCerts',
			type: 'boolean',
			noDataExpression: true,
			default: false,
			description: 'Whether to connect even if SSL certificate validation is not possible',
		},
		{
			displayName: 'Proxy',
			name: 'proxy',
			type: 'string',
			default: '',
			placeholder: 'e.g. http://myproxy:3128',
			description:
				'HTTP proxy to use. If it requires authentication, write it as http://username:password@myproxy:3128.',
		},
		{
			displayName: 'Timeout',
			name: 'timeout',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: 10000,
			description: 'How many milliseconds to wait for Linq to answer before giving up a request',
		},
	],
};
