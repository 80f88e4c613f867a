import type {
	ICredentialDataDecryptedObject,
	ICredentialType,
	Icon,
	IHttpRequestOptions,
	INodeProperties,
} from 'n8n-workflow';

/**
 * Bearer token and base URL of the Linq Partner API V3 (contract/behaviour.md, section 2).
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
			description: 'Create one in the Linq dashboard under API Tooling',
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
	];

	/** A function, because an expression would be evaluated anew for each request. */
	async authenticate(
		{ apiToken }: ICredentialDataDecryptedObject,
		request: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> {
		const Authorization = `Bearer ${String(apiToken)}`;
		return { ...request, headers: { ...request.headers, Authorization } };
	}
}
