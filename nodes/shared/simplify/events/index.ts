import { omit, partition, pick } from 'lodash';
import type { IDataObject } from 'n8n-workflow';

import type { Envelope } from '../../delivery/envelope';
import { simplifyAccountEvent } from './account';
import {
	simplifyBackground,
	simplifyChatUpdate,
	simplifyCreatedChat,
	simplifyTyping,
} from './chat';
import { simplifyContactCard } from './contactCard';
import type { Simplify } from './fields';
import { text } from './fields';
import { simplifyLine } from './line';
import { simplifyLocation } from './location';
import { simplifyEdit, simplifyFailure, simplifyMessageEvent } from './message';
import { simplifyParticipant } from './participant';
import { simplifyPayment } from './payment';
import { simplifyPoll } from './poll';
import { simplifyReaction } from './reaction';

/** The first that fits. Events that are not here have no shape that a source describes. */
const FAMILIES: Array<[RegExp, Simplify]> = [
	[/^message\.failed$/, simplifyFailure],
	[/^message\.edited$/, simplifyEdit],
	[/^message\./, simplifyMessageEvent],
	[/^(poll\.)?reaction\./, simplifyReaction],
	[/^poll\./, simplifyPoll],
	[/^participant\./, simplifyParticipant],
	[/^chat\.created$/, simplifyCreatedChat],
	[/^chat\.typing_indicator\./, simplifyTyping],
	[/^chat\.background_updated$/, simplifyBackground],
	[/^chat\./, simplifyChatUpdate],
	[/^contact_card\.received$/, simplifyContactCard],
	[/^location\./, simplifyLocation],
	[/^phone_number\.(status_updated|assigned|released)$/, simplifyLine],
	[/^payment\./, simplifyPayment],
	[
		/^(api_token|contact_card|environment|phone_number|team_member|webhook_subscription|zero_day_retention)\./,
		simplifyAccountEvent,
	],
];

/**
 * An event in flat fields, under the same names as in the Linq node's outputs. Reads both versions
 * of the payloads (contract/behaviour.md, section 11).
 *
 * @returns `text`, `from` and `chat_id` first, where the event has them; then the other fields of its
 *   family, or Linq's `data` as it is where the event is unknown or its data has another shape; then
 *   `event`, `event_id`, `time` (ISO 8601), `webhook_version` and the other times
 */
export function simplify({ event_type: event, data, ...envelope }: Envelope): IDataObject {
	const about = {
		event,
		event_id: envelope.event_id,
		time: envelope.created_at ?? null,
		webhook_version: text.catch(null).parse(envelope.webhook_version) ?? null,
	};
	const family = FAMILIES.find(([pattern]) => pattern.test(event))?.[1];
	const flat = family?.(data, event) ?? { data: data as IDataObject };
	const { event: name, ...ids } = about;
	const names = Object.keys(omit(flat, [...FIRST, ...Object.keys(about)]));
	const [times, rest] = partition(names, (one) => one.endsWith('_at'));
	return {
		...pick(flat, FIRST),
		...pick(flat, rest),
		event: name,
		...ids,
		...pick(flat, times),
	};
}

/** The fields that workflows need most. */
const FIRST = ['text', 'from', 'chat_id'];
