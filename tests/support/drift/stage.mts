import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { Linq } from '../../../nodes/Linq/Linq.node.ts';
import type { RecordedRequest } from '../../../sandbox/record.mts';
import { startSandbox, type Sandbox } from '../../../sandbox/server.mts';
import { inItem } from '../engine/fileInItem.mts';
import { runNode, type NodeRun } from '../engine/run.mts';
import { isToApi } from '../linq.mts';
import { SandboxClient } from '../sandboxClient.mts';
import { furnish, type Furniture } from './furniture.mts';

export interface Performance extends NodeRun {
	/** Requests that reached Linq's API, in order. */
	requests: RecordedRequest[];
	/** Types of the events that were fired, in order. */
	events: string[];
}

/** The file that each item comes with. */
const PHOTO = inItem(Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), 'photo.png', 'image/png');

/** A sandbox that has one of everything, and the Linq node that acts on it. Needs no test runner. */
export class Stage {
	readonly client: SandboxClient;
	readonly #events: string[] = [];

	private constructor(readonly sandbox: Sandbox) {
		this.client = new SandboxClient(sandbox);
		const { world } = sandbox;
		const publish = world.publish.bind(world);
		world.publish = (event) => {
			this.#events.push(event.type);
			publish(event);
		};
	}

	static async open(): Promise<Stage> {
		return new Stage(
			await startSandbox({
				autoRead: true,
				capabilityIntervalMs: 0,
				rateLimit: false,
				// No n8n takes the deliveries to waits here.
				retryScale: 0,
			}),
		);
	}

	/** Back to the seed, then one of everything. */
	async furnish(): Promise<Furniture> {
		this.sandbox.world.reset();
		const furniture = await furnish(this.sandbox);
		await this.sandbox.settled();
		return furniture;
	}

	/**
	 * Runs an operation of the node until all that it caused has happened.
	 *
	 * @param defaultCountry of the credential
	 */
	async perform(
		resource: string,
		operation: string,
		parameters: INodeParameters,
		input: IDataObject[] = [{}],
		defaultCountry = '',
	): Promise<Performance> {
		const before = this.sandbox.world.record.all().length;
		this.#events.length = 0;
		const run = await runNode(
			{
				node: new Linq(),
				credential: {
					apiToken: this.sandbox.token,
					baseUrl: this.sandbox.apiBaseUrl,
					defaultCountry,
				},
				parameters: { resource, operation, ...parameters },
				files: input.map(() => ({ data: PHOTO })),
			},
			input,
		);
		await this.sandbox.settled();
		const requests = this.sandbox.world.record.all().slice(before).filter(isToApi);
		return { ...run, requests, events: [...this.#events] };
	}

	/** The events that something fires, directly or later. */
	async eventsOf(act: () => Promise<unknown>): Promise<string[]> {
		this.#events.length = 0;
		await act();
		await this.sandbox.settled();
		return [...this.#events];
	}

	close(): Promise<void> {
		return this.sandbox.close();
	}
}
