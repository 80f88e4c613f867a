import type { Resource } from '../../operation';
import { cancel } from './cancel';
import { connectHandle } from './connectHandle';
import { connectProvider } from './connectProvider';
import { create } from './create';
import { get } from './get';
import { getConnection } from './getConnection';
import { getCredentials } from './getCredentials';
import { getProvider } from './getProvider';
import { revokeConnection } from './revokeConnection';
import { verifyHandle } from './verifyHandle';

export const agentPayment: Resource = {
	name: 'Agent Payment',
	value: 'agentPayment',
	description: 'Payments to merchants on behalf of a customer',
	operations: [
		create,
		get,
		getCredentials,
		cancel,
		connectHandle,
		verifyHandle,
		getConnection,
		revokeConnection,
		connectProvider,
		getProvider,
	],
};
