import { signal } from '@preact/signals';
import { acceptedType, refusal } from '../../messaging/fileTypes.mts';
import { openChat } from './route.mts';
import { connection } from './store.mts';

/** A sentence for the reader: what cannot be done and why. */
export class Problem extends Error {}

/** The last problem, until it is put away, something succeeds, or it is no longer so. */
export const problem = signal<string | null>(null);

const SILENCE = 'The sandbox does not answer. Is it still running?';

/** Puts the problem away as soon as the sandbox is heard again, or another chat is looked at. */
export function forgetProblems(): void {
	connection.subscribe((state) => {
		if (state === 'live' && problem.peek() === SILENCE) problem.value = null;
	});
	openChat.subscribe(() => (problem.value = null));
}

/**
 * Asks the control side for something.
 *
 * @throws Problem with the sandbox's own sentence
 */
export async function ask<Answer>(
	method: 'GET' | 'POST' | 'DELETE',
	path: string,
	body?: object | Blob,
): Promise<Answer> {
	const isFile = body instanceof Blob;
	let response: Response;
	try {
		response = await fetch(`/sandbox${path}`, {
			method,
			headers: body && !isFile ? { 'content-type': 'application/json' } : {},
			body: isFile ? body : body && JSON.stringify(body),
		});
	} catch {
		throw new Problem(SILENCE);
	}
	const answer = (await response.json()) as Answer & { error?: string };
	if (!response.ok) throw new Problem(sentence(answer.error ?? `It answered ${response.status}.`));
	return answer;
}

/** Does something and shows the sentence where it cannot be done; true where it could. */
export async function attempt(work: () => Promise<unknown>): Promise<boolean> {
	try {
		await work();
		problem.value = null;
		return true;
	} catch (error) {
		problem.value = explain(error);
		return false;
	}
}

export const explain = (error: unknown): string =>
	error instanceof Problem ? error.message : 'That went wrong, and the sandbox did not say why.';

/** The control side's field names are for programs. */
function sentence(text: string): string {
	const plain = text.replace(
		/^(from|to|handle|chat_id|message_id|text): /,
		(_all, field: string) =>
			field === 'from' || field === 'handle' || field === 'to' ? 'The number or address ' : 'This ',
	);
	return /[.!?]$/.test(plain) ? plain : `${plain}.`;
}

interface Uploaded {
	attachment_id: string;
	content_type: string;
	url: string;
}

/**
 * Hands a file to the sandbox, to be sent afterwards.
 *
 * @throws Problem for a file that Linq does not take
 */
export async function upload(file: Blob, filename: string): Promise<Uploaded> {
	if (acceptedType(filename) === undefined) throw new Problem(refusal(filename));
	if (file.size === 0) throw new Problem(`${filename} is empty.`);
	return await ask<Uploaded>('POST', `/files?filename=${encodeURIComponent(filename)}`, file);
}
