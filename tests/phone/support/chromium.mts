import { existsSync } from 'node:fs';
import { findChromium } from '../../../scripts/docs/chromium.mts';
import { installPackages } from '../../support/debian.mts';

/** Fonts that people have and bare machines lack, by the file or folder that shows that they are there. */
const FONTS = {
	'fonts-inter': '/usr/share/fonts/opentype/inter',
	'fonts-noto-color-emoji': '/usr/share/fonts/truetype/noto/NotoColorEmoji.ttf',
};

/**
 * Global setup: installs Debian's Chromium, and fonts to look at the page with, where they are
 * missing and this process may.
 *
 * @throws Error where there is no Chromium and CI is true; elsewhere the tests skip by name
 */
export async function bringChromium(): Promise<void> {
	const missing = Object.entries(FONTS).flatMap(([name, path]) => (existsSync(path) ? [] : [name]));
	if (!findChromium()) missing.push('chromium');
	if (missing.length > 0) await installPackages(missing);
	if (!findChromium() && process.env.CI === 'true') throw new Error(WAY_OUT);
}

/** How to get what is missing. */
export const WAY_OUT =
	'There is no Chromium. Install it (Debian: apt-get install chromium), or set CHROMIUM to its path.';
