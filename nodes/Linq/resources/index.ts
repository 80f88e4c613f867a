import type { Resource } from '../operation';
import { agentPayment } from './agentPayment';
import { appCard } from './appCard';
import { attachment } from './attachment';
import { background } from './background';
import { blockedHandle } from './blockedHandle';
import { capability } from './capability';
import { chat } from './chat';
import { contactCard } from './contactCard';
import { experience } from './experience';
import { location } from './location';
import { message } from './message';
import { participant } from './participant';
import { paymentRequest } from './paymentRequest';
import { phoneNumber } from './phoneNumber';
import { poll } from './poll';
import { typing } from './typing';
import { voiceMemo } from './voiceMemo';
import { webhookEvent } from './webhookEvent';
import { webhookSubscription } from './webhookSubscription';

/**
 * Every resource of the node, most used first: in this order stand its actions in n8n's list, which
 * has no search box for community nodes.
 */
export const resources: [Resource, ...Resource[]] = [
	message,
	chat,
	voiceMemo,
	poll,
	typing,
	attachment,
	capability,
	participant,
	contactCard,
	location,
	background,
	blockedHandle,
	phoneNumber,
	appCard,
	experience,
	paymentRequest,
	agentPayment,
	webhookSubscription,
	webhookEvent,
];
