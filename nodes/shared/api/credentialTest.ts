import type {
	ICredentialsDecrypted,
	ICredentialTestFunctions,
	INodeCredentialTestResult,
} from 'n8n-workflow';
import { z } from 'zod';

import type { Explanation } from '../errors/explain';
import { explain, explainAnswer } from '../errors/explain';
import { InvalidInput } from '../errors/invalidInput';
import { hide } from '../errors/redact';
import { UnexpectedAnswer } from '../errors/unexpectedAnswer';
import { readBaseUrl, readDefaultCountry, readToken } from './credential';

const credential = z.object({
	apiToken: z.string().catch(''),
	baseUrl: z.unknown(),
	defaultCountry: z.unknown(),
});

const response = z.object({
	statusCode: z.number(),
	body: z.unknown(),
	headers: z.object({ location: z.string().optional() }).catch({}),
});

/**
 * The test behind the credential's Save button: lists the account's lines, which changes nothing
 * (contract/behaviour.md, section 2).
 *
 * A function instead of a declared request, because n8n shows only the code of a failed connection
 * and the status line of an error for those (n8n, credentials-tester.service.ts), not Linq's reason.
 */
export async function linqApiTest(
	this: ICredentialTestFunctions,
	{ data }: ICredentialsDecrypted,
): Promise<INodeCredentialTestResult> {
	const { apiToken: stored, baseUrl: entered, defaultCountry } = credential.parse(data);
	const apiToken = readToken(stored);
	const facts = { baseUrl: '', writes: false };
	// n8n offers no other HTTP helper to credential tests (n8n-core, credentials-test-context.ts).
	const { request } = this.helpers;
	try {
		hide(stored);
		hide(apiToken);
		facts.baseUrl = readBaseUrl(entered);
		readDefaultCountry(defaultCountry);
		const { statusCode, body, headers } = response.parse(
			await request({
				method: 'GET',
				uri: `${facts.baseUrl}/v3/phone_numbers`,
				headers: { Authorization: `Bearer ${apiToken}` },
				json: true,
				simple: false,
				resolveWithFullResponse: true,
				followRedirect: false,
			}),
		);
		if (statusCode !== 200) {
			return failed(explainAnswer(statusCode, body, facts, headers.location));
		}
		if (!z.object({ phone_numbers: z.array(z.unknown()) }).safeParse(body).success) {
			throw new UnexpectedAnswer(statusCode);
		}
		return { status: 'OK', message: 'Connected to Linq' };
	} catch (error) {
		if (error instanceof InvalidInput) {
			return failed({ message: error.message, description: error.hint });
		}
		return failed(explain(error, facts));
	}
}

const failed = ({ message, description }: Explanation): INodeCredentialTestResult => ({
	status: 'Error',
	message: `${message}. ${description}`,
});
