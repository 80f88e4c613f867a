import type { INodeProperties } from 'n8n-workflow';

import { LinqApi } from '../../../credentials/LinqApi.credentials.ts';
import { fields } from '../../../nodes/LinqTrigger/description/fields.ts';
import { fieldRows } from './fieldText.mts';
import { MADE } from './file.mts';
import { plainForm } from './form.mts';
import { table } from './markdown.mts';

const page = (title: string, introduction: string, properties: INodeProperties[]): string =>
	[
		`# ${title}`,
		MADE,
		introduction,
		table(
			['Field', 'What it does'],
			plainForm(properties).flatMap((field) => fieldRows(field)),
		),
		'',
	].join('\n\n');

/** docs/reference/linq-trigger.md: the fields of the trigger. */
export const triggerPage = (): string =>
	page(
		'Linq Trigger: fields',
		'All fields of the node **Linq Trigger**. [Linq Trigger](../trigger.md) explains how to use them, and [Events](events.md) lists what can start a workflow.',
		fields,
	);

/** docs/reference/credential.md: the fields of the credential. */
export const credentialPage = (): string =>
	page(
		'Credential Linq API: fields',
		'All fields of the credential **Linq API**. [Security](../security.md) says where they are kept and where the token goes.',
		new LinqApi().properties,
	);
