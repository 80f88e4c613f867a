import type { Operation } from '../../operation';
import { answerAs } from '../../output/answers';
import { auditLineField } from './auditLine';

export const startAudit: Operation = {
	name: 'Start Reputation Audit',
	value: 'startReputationAudit',
	action: 'Start reputation audit of phone number',
	description: 'Let Linq examine how a line is doing; one audit at a time',
	method: 'POST',
	path: '/v3/phone_numbers/{phoneNumber}/reputation_audit',
	fields: [auditLineField],
	output: answerAs(),
};
