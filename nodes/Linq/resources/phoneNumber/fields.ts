import { readPhoneNumber } from '../../../shared/input/phoneNumber';
import { lineField } from '../../fields/line';

/** The line that an audit is about; stands in the path. */
export const auditLineField = {
	...lineField({
		displayName: 'Line',
		name: 'phoneNumber',
		description: 'Your line that the audit is about',
	}),
	required: true,
	read: readPhoneNumber,
};
