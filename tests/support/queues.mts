import { Attempt } from '../../nodes/Linq/send/attempt.ts';
import { Queue } from '../../nodes/Linq/send/queue.ts';

/** A method as it is, before jest puts a spy in its place. */
const methodOf = <Class extends object, Name extends keyof Class>(prototype: Class, name: Name) =>
	Object.getOwnPropertyDescriptor(prototype, name)?.value as Class[Name];

const enter = methodOf(Queue.prototype, 'enter');
const handOver = methodOf(Attempt.prototype, 'handOver');

/**
 * Watches the queues of the send path until jest restores its mocks.
 *
 * @returns waits until nothing is under way; n8n itself does not wait for the items before one that
 *   it cannot evaluate, nor for those of an execution that was cancelled
 */
export function watchQueues(): () => Promise<void> {
	const queues = new Set<Queue>();
	jest.spyOn(Queue.prototype, 'enter').mockImplementation(function (this: Queue, ...args) {
		queues.add(this);
		return enter.apply(this, args);
	});
	return async () => {
		await Promise.all([...queues].map((queue) => queue.onIdle()));
	};
}

/** Calls back for each item that n8n hands over, until jest restores its mocks. */
export function watchItems(onItem: () => void): void {
	jest.spyOn(Attempt.prototype, 'handOver').mockImplementation(function (this: Attempt, ...args) {
		onItem();
		handOver.apply(this, args);
	});
}
