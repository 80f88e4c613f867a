import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { projectFolder } from '../../scripts/project.mts';
import { Stage, START_TIMEOUT } from '../support/n8n.mts';

/** As the editor asks for the fields of an operation's output. */
const address = (n8n: string, path: string) => `${n8n}/schemas/n8n-nodes-linqapp.linq/${path}`;

const folder = join(projectFolder, 'nodes', 'Linq', '__schema__', 'v1.0.0');

describe('output schemas', () => {
	let stage: Stage;

	beforeAll(async () => {
		stage = await Stage.start({ publicationService: true });
	}, START_TIMEOUT);

	afterAll(() => stage.close());

	it('are served by n8n out of the installed package', async () => {
		const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
			path.endsWith('.json'),
		);
		expect(paths).toContain(join('message', 'send.json'));
		for (const path of paths) {
			const response = await fetch(address(stage.n8n.url, `1.0.0/${path}`));
			expect([path, response.status]).toEqual([path, 200]);
			expect(await response.json()).toEqual(JSON.parse(readFileSync(join(folder, path), 'utf8')));
		}
		expect((await fetch(address(stage.n8n.url, '1.0.0/message/none.json'))).status).toBe(404);
	});

	test('so is that of the trigger', async () => {
		const response = await fetch(
			`${stage.n8n.url}/schemas/n8n-nodes-linqapp.linqTrigger/1.1.0.json`,
		);
		expect(response.status).toBe(200);
		const { properties } = (await response.json()) as { properties: object };
		expect(Object.keys(properties).slice(0, 3)).toEqual(['text', 'from', 'chat_id']);
	});
});
