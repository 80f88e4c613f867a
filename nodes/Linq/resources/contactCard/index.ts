import type { Resource } from '../../operation';
import { create } from './create';
import { getMany } from './getMany';
import { update } from './update';

export const contactCard: Resource = {
	name: 'Contact Card',
	value: 'contactCard',
	description: 'Name and photo of your lines; Chat > Share Contact Card shows it to people',
	operations: [create, getMany, update],
};
