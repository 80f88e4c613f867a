import { AsyncLocalStorage } from 'node:async_hooks';

const causes = new AsyncLocalStorage<string>();

/** Most characters of a body that a cause quotes. */
const QUOTED = 2_000;

/** The cause of something: the request as received, so that it can be sent again. */
export const describeRequest = (method: string, path: string, body: string): string =>
	`${method} ${path}${body === '' ? '' : ` ${body.slice(0, QUOTED)}`}`;

/** Does what a request asks for, so that all that follows from it, timers included, knows why. */
export const causedBy = <Result,>(cause: string, run: () => Result): Result =>
	causes.run(cause, run);

/** The request that led to what is being done; undefined where none did. */
export const currentCause = (): string | undefined => causes.getStore();
