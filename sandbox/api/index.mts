import { attachments } from './attachments.mts';
import { chats } from './chats.mts';
import { messages } from './messages.mts';
import type { Operation } from './operation.mts';
import { participants } from './participants.mts';
import { phoneNumbers } from './phoneNumbers.mts';
import { typing } from './typing.mts';
import { voiceMemos } from './voiceMemos.mts';
import { webhooks } from './webhooks.mts';

/** Every operation the sandbox answers, by operationId; the others answer 501. */
export const operations: Record<string, Operation> = {
	...attachments,
	...chats,
	...messages,
	...participants,
	...phoneNumbers,
	...typing,
	...voiceMemos,
	...webhooks,
};
