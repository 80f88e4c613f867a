import type { INode, JsonObject } from 'n8n-workflow';
import { NodeApiError, NodeOperationError } from 'n8n-workflow';

import { idsAsked } from '../../../nodes/shared/errors/idsAsked.ts';
import { explain, explainAnswer } from '../../../nodes/shared/errors/explain.ts';
import { readFailure } from '../../../nodes/shared/errors/failure.ts';
import { apiError, requestError } from '../../../nodes/shared/errors/nodeError.ts';
import { UnexpectedAnswer } from '../../../nodes/shared/errors/unexpectedAnswer.ts';

const facts = { baseUrl: 'https://api.linqapp.com/api/partner', writes: true };
const node = { name: 'Linq', type: 'linq', typeVersion: 1, parameters: {} } as INode;

const envelope = (code: number, message: string) => ({
	success: false,
	error: { status: 400, code, message, doc_url: `https://docs.linqapp.com/${code}/` },
	trace_id: '2eff5df5c6f688733c007523c4d61cd9',
});

/** As the engine throws: its own error around that of axios, which carries the request. */
function engineError(cause: object): NodeApiError {
	return new NodeApiError(
		node,
		Object.assign(
			new Error('failed'),
			{ config: { headers: { Authorization: 'Bearer t0ken' } } },
			cause,
		) as unknown as JsonObject,
	);
}

test('a code of Linq becomes a sentence, with a hint, Linq’s words, trace and page', () => {
	expect(explainAnswer(404, envelope(2001, 'Resource not found'), facts)).toEqual({
		status: 404,
		message: 'Linq found nothing with this ID (Linq error 2001)',
		description:
			'Check the ID, and that the API token of the credential belongs to the account that owns it. ' +
			'Linq says: “Resource not found”. Trace ID: 2eff5df5c6f688733c007523c4d61cd9. ' +
			'More: https://docs.linqapp.com/2001/',
	});
});

test.each([
	['/v3/chats/ID/messages', {}, 2001, 'Linq found nothing with this ID: chat ID'],
	['/v3/chats/ID/voicememo', { attachment_id: 'ID' }, 2003, 'Attachment not found: ID'],
	[
		'/v3/chats/ID/messages',
		{ message: { reply_to: { message_id: 'ID' } } },
		2001,
		'Linq found nothing with this ID: chat ID or message ID',
	],
	['/v3/payment_requests/ID', {}, 2001, 'Linq found nothing with this ID: payment request ID'],
	['/v3/phone_numbers', { to: ['+12025550111'] }, 2001, 'Linq found nothing with this ID'],
])('what was not found is named: %s, %j', (url, body, code, message) => {
	const id = '8f392755-6865-4b18-880a-227f9d8b458f';
	const filled = <T,>(value: T) => JSON.parse(JSON.stringify(value).replaceAll('ID', id)) as T;
	const asked = idsAsked(filled(url), filled(body));
	expect(explainAnswer(404, envelope(code, 'Not found'), { ...facts, asked }).message).toBe(
		`${message.replace(/(?<=(?:chat|found:|message|request) )ID/g, id)} (Linq error ${code})`,
	);
	expect(
		explainAnswer(400, envelope(code, 'Not found'), { ...facts, asked }).message,
	).not.toContain(id);
});

test('a code that is not known yet keeps Linq’s words', () => {
	const { message } = explainAnswer(409, envelope(2999, 'The moon is full.'), facts);
	expect(message).toBe('The moon is full (Linq error 2999)');
});

test('early answers without trace and page are read too', () => {
	const body = { success: false, error: { status: 400, code: 1002, message: 'Bad number' } };
	expect(explainAnswer(400, body, facts).description).toMatch(/“Bad number”\.$/);
});

test('an error body that came as text is read', () => {
	const body = JSON.stringify(envelope(2004, 'Unauthorized'));
	expect(explainAnswer(401, body, facts).message).toContain('does not accept the API token');
});

test.each([404, 200, 302])('HTTP %d of something else means a wrong base URL', (status) => {
	expect(explainAnswer(status, '<html></html>', facts)).toMatchObject({
		message: 'The base URL does not lead to the Linq API',
		description: expect.stringContaining('https://api.linqapp.com/api/partner') as string,
	});
	expect(explain(new UnexpectedAnswer(200), facts).message).toContain('base URL');
});

test('HTTP 502 of a gateway is a passing failure', () => {
	expect(explainAnswer(502, '<html></html>', facts).message).toBe(
		'Linq is not available right now (HTTP 502)',
	);
});

test('a refused connection is known not to have sent anything', () => {
	const { message, description } = explain(engineError({ code: 'ECONNREFUSED' }), facts);
	expect(message).toBe(`Linq could not be reached at ${facts.baseUrl}: nothing is listening there`);
	expect(description).not.toContain('not known');
});

test('after a broken connection it is not known what Linq did', () => {
	const error = engineError({ code: 'ECONNRESET' });
	expect(explain(error, facts).description).toContain('It is not known whether');
	expect(explain(error, { ...facts, writes: false }).description).not.toContain('not known');
});

test('an odd failure keeps its own words', () => {
	expect(explain(new Error('The request was blocked.'), facts).message).toMatch(
		/: The request was blocked$/,
	);
});

test('the error for n8n carries status and item, and nothing of the request', () => {
	const thrown = engineError({ response: { status: 403, data: envelope(2024, 'Opted out') } });
	const error = requestError(node, thrown, { ...facts, itemIndex: 3 });
	expect(error).toBeInstanceOf(NodeApiError);
	expect(error).toMatchObject({
		message: 'The recipient has opted out of your messages (Linq error 2024)',
		httpCode: '403',
		context: { itemIndex: 3 },
	});
	expect(JSON.stringify(error)).not.toContain('t0ken');
	expect(JSON.stringify({ ...error, cause: error.cause })).not.toContain('t0ken');
});

test('errors that our own hooks made stay as they are', () => {
	const made = new NodeOperationError(node, 'Text is empty');
	expect(requestError(node, made, facts)).toBe(made);
});

describe('an error of n8n 1, which has no cause', () => {
	/** n8n 1 drops the cause; all else is as in n8n 2 (n8n-workflow 1.120, node-api.error.ts). */
	const withoutCause = (cause: object) =>
		Object.defineProperty(engineError(cause), 'cause', { value: undefined });

	test('has Linq’s answer', () => {
		const body = {
			...envelope(4004, 'Slow down'),
			error: { code: 4004, message: 'Slow', retry_after: 3 },
		};
		const error = withoutCause({ response: { status: 429, data: body }, httpCode: '429' });
		expect(readFailure(error)).toEqual({ kind: 'answer', status: 429, body, retryAfter: 3_000 });
	});

	test.each(['ECONNREFUSED', 'ECONNRESET'])('has the code of a connection: %s', (code) => {
		expect(readFailure(withoutCause({ code, httpCode: code }))).toEqual({
			kind: 'transport',
			code,
		});
	});

	test('is told from one of ours, which is not read again', () => {
		const ours = apiError(node, 'Deleted since', { httpCode: '404' });
		expect(readFailure(ours)).toEqual({ kind: 'local', isBusy: false });
	});
});
