import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { installPackages } from '../debian.mts';

/** Tools that make and decode audio in the tests, and the Debian packages with them. */
const TOOLS = ['ffmpeg', 'ffprobe', 'sox', 'espeak-ng', 'opusenc', 'opusdec'];
const PACKAGES = ['ffmpeg', 'sox', 'libsox-fmt-all', 'espeak-ng', 'opus-tools'];

/** How to get what is missing. */
export const WAY_OUT = `There are no tools for audio. Install ffmpeg, sox, espeak-ng and opus-tools (Debian: apt-get install ${PACKAGES.join(' ')}).`;

/** Whether this machine has all of the tools. */
export function hasAudioTools(): boolean {
	const places = (process.env.PATH ?? '').split(':');
	return TOOLS.every((tool) => places.some((place) => existsSync(`${place}/${tool}`)));
}

/**
 * Global setup: installs Debian's tools where they are missing and this process may.
 *
 * @throws Error where they are missing and CI is true; elsewhere the tests skip by name
 */
export async function bringAudioTools(): Promise<void> {
	if (hasAudioTools()) return;
	await installPackages(PACKAGES);
	if (!hasAudioTools() && process.env.CI === 'true') throw new Error(WAY_OUT);
}

/** `describe`, or on a machine without the tools a skip that says so; never where CI is true. */
export const describeWithAudio = (name: string, tests: () => void): void => {
	if (hasAudioTools() || process.env.CI === 'true') describe(name, tests);
	else describe.skip(`${name} (${WAY_OUT})`, tests);
};

/**
 * Runs a tool.
 *
 * @returns what it wrote to its standard output
 * @throws Error with what it said, if it failed
 */
export function tool(name: string, args: string[], input?: Buffer): Buffer {
	return execFileSync(name, args, {
		input: input ?? '',
		maxBuffer: 1024 * 1024 * 1024,
		stdio: ['pipe', 'pipe', 'pipe'],
	});
}
