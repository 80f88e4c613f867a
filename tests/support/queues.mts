import { Queue } from '../../nodes/Linq/send/queue.ts';

const enter = Object.getOwnPropertyDescriptor(Queue.prototype, 'enter')?.value as Queue['enter'];

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
