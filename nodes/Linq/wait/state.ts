import { z } from 'zod';

/** An answer that can be chosen in the poll of a question. */
const option = z.object({ id: z.string(), text: z.string() });

/** The user's settings for the answer. */
export const answerRules = z.object({
	responseType: z.enum(['approval', 'choice', 'freeText']),
	/** Who may answer, in Linq's form and lower case; empty for everybody in the chat. */
	people: z.array(z.string()),
	/** In place of the usual words; empty for those. */
	words: z.object({ approve: z.array(z.string()), refuse: z.array(z.string()) }),
	/** The choices of a poll that asks for approval. */
	labels: z.object({ approve: z.string(), refuse: z.string() }),
	/** How to treat a text that is neither a yes nor a no. */
	otherText: z.enum(['keepWaiting', 'refuse']),
	choices: z.array(z.string()),
	/** Milliseconds without another text after which an answer in free text is complete. */
	pause: z.number(),
});

export type AnswerRules = z.infer<typeof answerRules>;

/**
 * A question that an execution waits for the answer to. It is kept in the context of the node, which
 * n8n stores with the waiting execution; static data is not to be seen when the answer comes.
 */
export const question = z.object({
	/** Tells this wait from others of the same node, e.g. in a loop. */
	nonce: z.string(),
	subscriptionId: z.string(),
	/** When Linq made the subscription, by its clock; ISO 8601. */
	subscribedAt: z.string(),
	/** See seal(): execution data can be read by everybody who may see the workflow. */
	sealedSecret: z.string(),
	chatId: z.string(),
	isGroup: z.boolean(),
	/** The account's number in the chat. */
	line: z.string().nullable(),
	messageId: z.string(),
	/** When the question was sent, by Linq's clock; ISO 8601. */
	askedAt: z.string(),
	/** The same by the clock of this n8n; milliseconds since 1970. */
	startedAt: z.number(),
	/** When the wait ends; milliseconds since 1970. */
	until: z.number(),
	poll: z.object({ messageId: z.string(), options: z.array(option) }).nullable(),
	rules: answerRules,
});

export type Question = z.infer<typeof question>;
