import { resources } from '../../../nodes/Linq/resources/index.ts';
import { fileOf } from './file.mts';
import { table } from './markdown.mts';

/** Where the published README finds the pages: npm shows no other file of the repository. */
const PAGES = 'https://github.com/OWNER/n8n-nodes-linqapp/blob/main/docs/reference';

const MARKS = ['<!-- operations -->', '<!-- /operations -->'] as const;

/**
 * README.md with its table of operations as the descriptions have them.
 *
 * @param readme the README as it is; its links may name another repository than the placeholder
 * @throws Error where the marks around the table are missing
 */
export function withOperations(readme: string): string {
	const [before, rest] = readme.split(MARKS[0]);
	const [, after] = rest?.split(MARKS[1]) ?? [];
	if (before === undefined || after === undefined) {
		throw new Error(`README.md has no ${MARKS.join(' and ')}`);
	}
	const owner = /github\.com\/([^/]+)\/n8n-nodes-linqapp/.exec(readme)?.[1] ?? 'OWNER';
	const rows = resources.map((resource) => [
		`[${resource.name}](${PAGES.replace('OWNER', owner)}/${fileOf(resource)})`,
		resource.operations.map(({ name }) => name).join(', '),
	]);
	return [
		before,
		MARKS[0],
		`\n\n<!-- prettier-ignore -->\n${table(['Resource', 'Operations'], rows)}\n\n`,
		MARKS[1],
		after,
	].join('');
}
