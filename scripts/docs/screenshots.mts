// npm run screenshots [-- phone | editor]: makes the pictures in docs/images/ anew.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { launchChromium } from './chromium.mts';
import { shootEditor } from './editorShots.mts';
import { shootPhone } from './phoneShots.mts';
import { projectFolder } from '../project.mts';

const FOLDER = join(projectFolder, 'docs', 'images');

const SETS = { phone: shootPhone, editor: shootEditor };

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in SETS));
if (unknown.length > 0) throw new Error(`There are no pictures of ${unknown.join(', ')}`);

await mkdir(FOLDER, { recursive: true });
const browser = await launchChromium();
try {
	for (const [name, shoot] of Object.entries(SETS)) {
		if (wanted.length === 0 || wanted.includes(name)) await shoot(browser, FOLDER);
	}
} finally {
	await browser.close();
}
