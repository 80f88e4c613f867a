import { agentPayments } from './agentPayments.mts';
import { appCards } from './appCards.mts';
import { attachments } from './attachments.mts';
import { availableNumber } from './availableNumber.mts';
import { backgrounds } from './backgrounds.mts';
import { blockedHandles } from './blockedHandles.mts';
import { capability } from './capability.mts';
import { chats } from './chats.mts';
import { contactCards } from './contactCards.mts';
import { experiences } from './experiences.mts';
import { locations } from './locations.mts';
import { messages } from './messages.mts';
import type { Operation } from './operation.mts';
import { participants } from './participants.mts';
import { paymentRequests } from './paymentRequests.mts';
import { phoneNumbers } from './phoneNumbers.mts';
import { polls } from './polls.mts';
import { reactions } from './reactions.mts';
import { reputation } from './reputation.mts';
import { sendMessage } from './sendMessage.mts';
import { typing } from './typing.mts';
import { voiceMemos } from './voiceMemos.mts';
import { webhooks } from './webhooks.mts';

/** Every operation of the contract, by operationId; one that is missing answers 501. */
export const operations: Record<string, Operation> = {
	...agentPayments,
	...appCards,
	...attachments,
	...availableNumber,
	...backgrounds,
	...blockedHandles,
	...capability,
	...chats,
	...contactCards,
	...experiences,
	...locations,
	...messages,
	...participants,
	...paymentRequests,
	...phoneNumbers,
	...polls,
	...reactions,
	...reputation,
	...sendMessage,
	...typing,
	...voiceMemos,
	...webhooks,
};
