import type { Settings } from '../options.mts';
import { Audits } from './audits.mts';
import { Attachments } from './attachments.mts';
import { Blocklist } from './blocklist.mts';
import { Chats } from './chats.mts';
import { ContactCards } from './contactCards.mts';
import { Contacts } from './contacts.mts';
import { Failures } from './failures.mts';
import { IdempotencyKeys } from './idempotency.mts';
import { Lines } from './lines.mts';
import { Locations } from './locations.mts';
import { Messages } from './messages.mts';
import { OptOuts } from './optOuts.mts';
import { Payments } from './payments.mts';
import { RateLimiter } from './rateLimiter.mts';
import { Subscriptions } from './subscriptions.mts';
import { Typing } from './typing.mts';

/** All that the account has and knows; a reset makes a new one. */
export class State {
	readonly attachments = new Attachments();
	readonly audits = new Audits();
	readonly blocklist = new Blocklist();
	readonly chats = new Chats();
	readonly contactCards = new ContactCards();
	readonly contacts = new Contacts();
	readonly failures = new Failures();
	/** Of messages and polls. */
	readonly messageKeys = new IdempotencyKeys();
	readonly paymentKeys = new IdempotencyKeys();
	readonly paymentRequestKeys = new IdempotencyKeys();
	readonly lines = new Lines();
	readonly locations = new Locations();
	readonly messages = new Messages();
	readonly optOuts = new OptOuts();
	readonly payments = new Payments();
	readonly subscriptions = new Subscriptions();
	readonly typing = new Typing();
	/** Epoch milliseconds of the last capability check. */
	lastCapabilityCheck = Number.NEGATIVE_INFINITY;
	/** Of messages, by sender and recipient. */
	readonly rateLimiter: RateLimiter;
	/** Of contact card calls, by line. */
	readonly contactCardLimiter: RateLimiter;

	constructor(limits: Pick<Settings, 'rateLimit' | 'contactCardLimit'>) {
		this.rateLimiter = new RateLimiter(limits.rateLimit);
		this.contactCardLimiter = new RateLimiter(limits.contactCardLimit);
	}
}
