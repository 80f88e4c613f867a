import { countryOption } from '../../fields/country';
import type { Operation } from '../../operation';
import { answerAs } from '../../output/answers';
import { auditLineField } from './fields';

export const startAudit: Operation = {
	name: 'Start Reputation Audit',
	value: 'startReputationAudit',
	action: 'Start reputation audit of phone number',
	description:
		'Have Linq examine the reputation of a line; if an audit is already running, its ID is returned',
	method: 'POST',
	path: '/v3/phone_numbers/{phoneNumber}/reputation_audit',
	fields: [auditLineField],
	options: [countryOption],
	output: answerAs(),
};
