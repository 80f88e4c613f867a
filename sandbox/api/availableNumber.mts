import { ApiError } from '../contract/errors.mts';
import { checkHandles } from '../messaging/handles.mts';
import { pickLine } from '../messaging/pickLine.mts';
import type { LineKind } from '../state/lines.mts';
import { operation, type Operation } from './operation.mts';

interface Query {
	to?: string[];
	exclude_from?: string[];
	/** In any case. */
	type?: string;
}

const KINDS: Record<string, LineKind | undefined> = { rcs: 'RCS', imessage: 'iMessage' };

/** `/v3/available_number`: the line that a send without `from` would use. */
export const availableNumber: Record<string, Operation> = {
	getAvailableNumber: operation<undefined, Query>(({ query }, world) => {
		const kind = KINDS[query.type?.toLowerCase() ?? ''];
		const pick = pickLine(world, checkHandles(query.to ?? []), query.exclude_from, kind);
		if (!pick) throw new ApiError('4004', `no ${kind ? `${kind} ` : ''}line can send`);
		const { phoneNumber } = pick.line;
		return {
			status: 200,
			body: {
				phone_number: phoneNumber,
				vcf_url: `${world.settings.storageUrl}/vcf/${phoneNumber.slice(1)}.vcf`,
			},
		};
	}),
};
