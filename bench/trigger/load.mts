import { Agent, request } from 'undici';

/** One request of the load. */
export interface Shot {
	url: string;
	headers: Record<string, string>;
	body: string;
}

/** Milliseconds from request to answer, in the order of the answers. */
export type AnswerTimes = number[];

/**
 * Sends all shots with a number of them under way at any time.
 *
 * @throws Error for an answer that is not 200
 */
export async function fire(shots: Shot[], atOnce: number): Promise<AnswerTimes> {
	const agent = new Agent({ connections: atOnce });
	const times: AnswerTimes = [];
	const waiting = [...shots];
	const worker = async () => {
		for (let shot = waiting.shift(); shot; shot = waiting.shift()) {
			const started = performance.now();
			const { statusCode, body } = await request(shot.url, {
				method: 'POST',
				headers: shot.headers,
				body: shot.body,
				dispatcher: agent,
			});
			await body.dump();
			if (statusCode !== 200) throw new Error(`${shot.url} answered ${statusCode}`);
			times.push(performance.now() - started);
		}
	};
	await Promise.all(Array.from({ length: atOnce }, worker));
	await agent.close();
	return times;
}

/** The time within which a share of the answers came. */
export function percentile(times: AnswerTimes, share: number): number {
	const sorted = [...times].sort((a, b) => a - b);
	return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}

export function median(values: number[]): number {
	return percentile(values, 0.5);
}
