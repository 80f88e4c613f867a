import type { IDataObject } from 'n8n-workflow';

/**
 * The fields that n8n's AI Agent and memories read by default: `sessionId` tells conversations apart,
 * `chatInput` is the person's message (n8n's langchain nodes, helpers.ts, getSessionId and
 * getPromptInputByType).
 *
 * @param chatId also the id of the session: one chat is one conversation
 * @param said the text, and links that were sent as such, which stand on lines of their own
 */
export const conversationOf = (
	chatId: string,
	{ text, links = [] }: { text: string; links?: string[] },
): IDataObject => ({
	sessionId: chatId,
	chatInput: [text, ...links].filter((line) => line !== '').join('\n'),
});
