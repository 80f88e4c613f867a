import type { RateLimit } from '../options.mts';
import { Attachments } from './attachments.mts';
import { Blocklist } from './blocklist.mts';
import { Chats } from './chats.mts';
import { ContactCards } from './contactCards.mts';
import { Contacts } from './contacts.mts';
import { Failures } from './failures.mts';
import { IdempotencyKeys } from './idempotency.mts';
import { Lines } from './lines.mts';
import { Messages } from './messages.mts';
import { OptOuts } from './optOuts.mts';
import { RateLimiter } from './rateLimiter.mts';
import { Subscriptions } from './subscriptions.mts';

/** All that the account has and knows; a reset makes a new one. */
export class State {
	readonly attachments = new Attachments();
	readonly blocklist = new Blocklist();
	readonly chats = new Chats();
	readonly contactCards = new ContactCards();
	readonly contacts = new Contacts();
	readonly failures = new Failures();
	readonly keys = new IdempotencyKeys();
	readonly lines = new Lines();
	readonly messages = new Messages();
	readonly optOuts = new OptOuts();
	readonly subscriptions = new Subscriptions();
	readonly rateLimiter: RateLimiter;

	constructor(rateLimit: RateLimit | false) {
		this.rateLimiter = new RateLimiter(rateLimit);
	}
}
