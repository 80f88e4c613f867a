import type { IDataObject, IExecuteSingleFunctions } from 'n8n-workflow';

import { simplifyMessage } from '../../../shared/simplify/message';
import {
	appField,
	cardUrlField,
	fallbackTextField,
	interactiveField,
	layoutField,
} from '../../fields/appCard';
import { experienceFields } from '../../fields/experience';
import { shownWith } from '../../fields/fileSource';
import { messageIdField } from '../../fields/ids';
import { messageViewFields } from '../../fields/output';
import type { AppCardInput } from '../../message/appCard';
import { readApp, readCardExtras, readLayout } from '../../message/appCard';
import { readExperience } from '../../message/experience';
import type { Operation } from '../../operation';
import { answerAs } from '../../output/answers';
import { sentMessage } from '../../output/shapes';

export const update: Operation = {
	name: 'Update',
	value: 'update',
	action: 'Update app card',
	description: 'Change an app card that you have sent, in place',
	method: 'POST',
	path: '/v3/messages/{messageId}/update',
	fields: [
		messageIdField,
		layoutField,
		{
			displayName: 'On Tap',
			name: 'onTap',
			type: 'options',
			options: [
				{ name: 'Nothing', value: 'nothing' },
				{ name: 'Open URL', value: 'url' },
				{ name: 'Start Experience', value: 'experience' },
			],
			default: 'nothing',
		},
		...shownWith([{ ...cardUrlField, required: true }], { onTap: ['url'] }),
		...shownWith(experienceFields, { onTap: ['experience'] }),
		...messageViewFields,
	],
	options: [appField, fallbackTextField, interactiveField],
	buildBody: buildCard,
	output: answerAs(sentMessage, simplifyMessage),
};

function buildCard(context: IExecuteSingleFunctions): IDataObject {
	const options = context.getNodeParameter('options', {}) as AppCardInput;
	const layout = context.getNodeParameter('layout', {}) as AppCardInput['layout'];
	const onTap = context.getNodeParameter('onTap', 'nothing');
	const cardUrl = onTap === 'url' ? String(context.getNodeParameter('cardUrl', '')) : undefined;
	const body: IDataObject = {
		layout: readLayout({ layout }),
		...readCardExtras({ ...options, cardUrl }),
	};
	if (options.app?.app) body.app = readApp(options);
	if (onTap === 'experience') {
		body.experience = readExperience(context);
	}
	return body;
}
