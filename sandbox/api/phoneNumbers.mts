import type { Line } from '../state/lines.mts';
import { operation, type Operation } from './operation.mts';

/** `/v3/phone_numbers` and its deprecated twin: the account's lines. */
export const phoneNumbers: Record<string, Operation> = {
	listPhoneNumbers: operation((_call, world) => ({
		status: 200,
		body: { phone_numbers: world.state.lines.all().map(renderLine) },
	})),

	listPhoneNumbersDeprecated: operation((_call, world) => ({
		status: 200,
		body: {
			phone_numbers: world.state.lines.all().map((line) => ({
				id: line.id,
				phone_number: line.phoneNumber,
				type: null,
				country_code: 'US',
				capabilities: { sms: true, mms: true, voice: false },
			})),
		},
	})),
};

function renderLine(line: Line): object {
	return {
		id: line.id,
		phone_number: line.phoneNumber,
		reputation: {
			status: line.reputation,
			doc_url: `https://docs.linqapp.com/guides/phone-numbers/reputation#${line.reputation.toLowerCase().replace('_', '-')}`,
		},
		forwarding_number: line.forwardingNumber,
	};
}
