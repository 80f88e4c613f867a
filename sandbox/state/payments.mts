/** `PaymentRequest` of the contract. */
export interface PaymentRequest {
	id: string;
	object: 'payment_request';
	amount: number;
	currency: string;
	status: 'requested' | 'succeeded' | 'canceled' | 'expired';
	checkout_url: string;
	created_at: string;
	updated_at: string;
	expires_at: string;
	paid_at?: string;
	mode: 'payment' | 'subscription';
	rail: 'stripe' | 'natural';
	[field: string]: unknown;
}

/** `Payment` of the contract: an agent spends a customer's money. */
export interface Payment {
	id: string;
	status:
		| 'needs_connection'
		| 'connecting'
		| 'awaiting_user_action'
		| 'ready'
		| 'authorized'
		| 'succeeded'
		| 'declined'
		| 'canceled'
		| 'expired';
	amount_cents: number;
	currency: string;
	handle: string;
	description?: string;
	approval_url: string;
	attach_url: string;
	merchant?: { name?: string; url?: string };
	metadata?: Record<string, string>;
}

/** `PaymentHandleConnection` of the contract. */
export interface Connection {
	connect_id: string;
	handle: string;
	status: 'not_connected' | 'pending' | 'connected' | 'revoked';
}

export interface Provider {
	provider: string;
	status: 'onboarding' | 'ready' | 'disabled';
}

/** Payment requests, agent payments, and what agent payments need. */
export class Payments {
	readonly requests = new Map<string, PaymentRequest>();
	readonly payments = new Map<string, Payment>();
	readonly connections = new Map<string, Connection>();
	readonly providers = new Map<string, Provider>();
}
