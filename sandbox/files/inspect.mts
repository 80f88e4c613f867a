import { isTaken, settle } from './accept.mts';
import { soundOf, type Sound } from './audio/sound.mts';
import { readContainer } from './container.mts';
import { detect, readsAsText } from './detect.mts';

/** Properties of a file, by its bytes. */
export interface Nature extends Sound {
	/** The type; `application/octet-stream` where they tell nothing. */
	type: string;
	/** Whether Linq takes files of that type. */
	isTaken: boolean;
}

/**
 * Looks at the bytes of a file, as Linq does (contract/behaviour.md section 7).
 *
 * @param declared the type it is said to be; decides only where the bytes leave it open
 */
export async function inspect(bytes: Buffer, declared: string): Promise<Nature> {
	const found = await foundIn(bytes);
	const type = settle(found, declared, readsAsText(bytes));
	const sound = type.startsWith('audio/')
		? await soundOf(bytes, type)
		: { durationMs: null, plays: false };
	return { type, isTaken: isTaken(type), ...sound };
}

/** MP4 says only behind its first bytes whether there is a picture. */
async function foundIn(bytes: Buffer): Promise<string | undefined> {
	const found = await detect(bytes);
	if (found !== 'video/mp4') return found;
	const container = await readContainer(bytes);
	return container?.hasPicture === false ? 'audio/x-m4a' : found;
}
