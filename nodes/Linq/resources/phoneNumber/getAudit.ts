import { countryOption } from '../../fields/country';
import type { Operation } from '../../operation';
import { answerAs } from '../../output/answers';
import { auditLineField } from './fields';

export const getAudit: Operation = {
	name: 'Get Reputation Audit',
	value: 'getReputationAudit',
	action: 'Get reputation audit of phone number',
	description: 'Retrieve the status and the report of an audit of the last 24 hours',
	method: 'GET',
	path: '/v3/phone_numbers/{phoneNumber}/reputation_audit/{auditId}',
	fields: [
		auditLineField,
		{
			displayName: 'Audit ID',
			name: 'auditId',
			type: 'string',
			required: true,
			default: '',
			description: 'The audit_id from the output of Start Reputation Audit',
		},
	],
	options: [countryOption],
	output: answerAs(),
};
