import type {
	ICredentialDataDecryptedObject,
	ICredentialType,
	Icon,
	IHttpRequestOptions,
	INodeProperties,
} from 'n8n-workflow';

import { readToken } from '../nodes/shared/api/credential';
import { defaultCountryField } from '../nodes/shared/input/country';

/**
 * Bearer token, base URL and default country of the Linq Partner API V3 (contract/behaviour.md, section 2).
 * The test behind the credential's Save button is `linqApiTest` of the Linq node.
 */
export class LinqApi implements ICredentialType {
	name = 'linqApi';

	displayName = 'Linq API';

	icon: Icon = { light: 'file:../icons/linq.svg', dark: 'file:../icons/linq.dark.svg' };

	documentationUrl = 'https://docs.linqapp.com/';

	properties: INodeProperties[] = [
		{
			displayName: 'API Token',
			name: 'apiToken',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			hint: 'Create one in the <a href="https://dashboard.linqapp.com/api-tooling" target="_blank">Linq dashboard</a> under API Tooling. The local sandbox takes the token that it printed when it started.',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: 'https://api.linqapp.com/api/partner',
			required: true,
			description:
				'Where the API is. Change it only to use the local sandbox, e.g. http://127.0.0.1:4010/api/partner.',
		},
		{
			...defaultCountryField,
			description:
				'Of which country phone numbers without a country code are, e.g. (415) 555-0123 or 0171 1234567. Without it they are refused.',
		},
	];

	/** A function, because an expression would be evaluated anew for each request. */
	async authenticate(
		{ apiToken }: ICredentialDataDecryptedObject,
		request: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> {
		const Authorization = `Bearer ${readToken(apiToken)}`;
		return { ...request, headers: { ...request.headers, Authorization } };
	}
}
