import type { Resource } from '../../operation';
import { create } from './create';
import { getMany } from './getMany';
import { update } from './update';

export const contactCard: Resource = {
	name: 'Contact Card',
	value: 'contactCard',
	description: 'Name and photo of your lines; share them with Chat > Share Contact Card',
	operations: [create, update, getMany],
};
