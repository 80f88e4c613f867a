import type { Operation } from '../../description/define';
import { filtersField } from '../../fields/collection';
import { listFields } from '../../fields/list';
import { inQuery } from '../../fields/routing';
import { readPhoneNumber } from '../../../shared/input/handles';
import { listAll } from '../../output/pages';
import { cardLineField } from './fields';

export const getMany: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many contact cards',
	description: 'Retrieve the cards of your lines, or that of one line',
	method: 'GET',
	path: '/v3/contact_card',
	fields: [
		...listFields,
		filtersField([{ ...cardLineField, ...inQuery('phone_number', readPhoneNumber, 'Line') }]),
	],
	envelope: listAll('contact_cards', 'none'),
};
