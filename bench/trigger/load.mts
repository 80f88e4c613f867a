import { setTimeout } from 'node:timers/promises';

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

/** Results of a flood. */
export interface Flood {
	/** How many answers had each status; `none` for those that did not come within Linq's ten seconds. */
	statuses: Record<string, number>;
	times: AnswerTimes;
}

/**
 * Sends shots at a steady rate, whether or not the ones before were answered, as many senders do.
 *
 * @param rate shots a second
 */
export async function flood(shots: Shot[], rate: number): Promise<Flood> {
	const agent = new Agent({ connections: null });
	const result: Flood = { statuses: {}, times: [] };
	const started = performance.now();
	const send = async (shot: Shot, index: number) => {
		await setTimeout(Math.max(0, started + (index * 1000) / rate - performance.now()));
		const sent = performance.now();
		const status = await request(shot.url, {
			method: 'POST',
			headers: shot.headers,
			body: shot.body,
			dispatcher: agent,
			signal: AbortSignal.timeout(10_000),
		}).then(
			async ({ statusCode, body }) => {
				await body.dump();
				return String(statusCode);
			},
			() => 'none',
		);
		result.statuses[status] = (result.statuses[status] ?? 0) + 1;
		result.times.push(performance.now() - sent);
	};
	await Promise.all(shots.map(send));
	await agent.close();
	return result;
}

/** The time within which a share of the answers came. */
export function percentile(times: AnswerTimes, share: number): number {
	const sorted = [...times].sort((a, b) => a - b);
	return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}

export function median(values: number[]): number {
	return percentile(values, 0.5);
}
