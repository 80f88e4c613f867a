import { ApiError } from '../contract/errors.mts';
import type { Line } from '../state/lines.mts';
import { publishAccount } from '../webhooks/accountEvents.mts';
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

	updatePhoneNumber: operation<{ forwarding_number: string | null }>(
		({ params, body, traceId }, world) => {
			const line = world.state.lines.byId(params.phoneNumberId ?? '');
			if (!line) throw new ApiError('2019');
			const from = line.forwardingNumber;
			line.forwardingNumber = body.forwarding_number || null;
			if (from !== line.forwardingNumber) {
				publishAccount(world, {
					type: 'phone_number.forwarding_updated',
					summary: 'Call forwarding changed',
					traceId,
					fields: {
						phone_number: line.phoneNumber,
						change: { from, to: line.forwardingNumber },
					},
				});
			}
			return {
				status: 200,
				body: {
					id: line.id,
					phone_number: line.phoneNumber,
					forwarding_number: line.forwardingNumber,
				},
			};
		},
	),
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
