import type { IHookFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

/** Shape of the payloads that are asked for (contract/behaviour.md, section 11). */
const WEBHOOK_VERSION = '2026-02-03';

/**
 * Where Linq is to deliver: n8n's address of this trigger, with the version of the payloads.
 *
 * @throws NodeOperationError when n8n has no address for the node
 */
export function targetUrl(context: IHookFunctions): string {
	const url = context.getNodeWebhookUrl('default');
	if (url === undefined) {
		throw new NodeOperationError(context.getNode(), 'n8n has no webhook address for this node');
	}
	return `${url}?version=${WEBHOOK_VERSION}`;
}

/** Whether two target URLs lead to the same trigger; the version of the payloads may differ. */
export const sameTrigger = (one: string, other: string) =>
	withoutVersion(one) === withoutVersion(other);

const withoutVersion = (url: string) => url.replace(/\?version=[\d-]*$/, '');

/**
 * Makes sure that Linq can deliver to an address: https and a public host
 * (contract/behaviour.md, section 11). A sandbox on this machine can deliver to this machine.
 *
 * @param url n8n's address of the trigger
 * @param baseUrl where Linq is, as in the credential
 * @throws NodeOperationError that says what to set
 */
export function assertReachable(context: IHookFunctions, url: string, baseUrl: string): void {
	if (isOnLoopback(baseUrl) || isPublic(url)) return;
	throw new NodeOperationError(
		context.getNode(),
		`Linq cannot deliver to ${url.replace(/\?.*$/, '')}: set N8N_WEBHOOK_URL (n8n 1: WEBHOOK_URL) to the public https address of this n8n`,
		{
			description:
				'Linq delivers over the internet, by https only. Set the environment variable and start n8n again. On your own machine, open a tunnel to n8n first (e.g. with cloudflared or ngrok) and set the variable to its address.',
		},
	);
}

function isPublic(url: string): boolean {
	const parsed = parse(url);
	return parsed?.protocol === 'https:' && !isPrivateHost(hostOf(parsed));
}

function isOnLoopback(url: string): boolean {
	const parsed = parse(url);
	return parsed !== undefined && LOOPBACK.test(hostOf(parsed));
}

const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/** Addresses and names that mean nothing, or something else, outside of the own network. */
const PRIVATE = [
	LOOPBACK,
	/^(0|10)\.\d+\.\d+\.\d+$/,
	/^169\.254\.\d+\.\d+$/,
	/^172\.(1[6-9]|2\d|3[01])\.\d+\.\d+$/,
	/^192\.168\.\d+\.\d+$/,
	// Carrier-grade NAT
	/^100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.\d+\.\d+$/,
	// IPv6: unspecified, IPv4 inside, unique local, link local
	/^\[(::\]|::ffff:|f[cd]|fe[89ab])/,
	/\.(localhost|local|lan|internal|intranet|home\.arpa|test|invalid|example)$/,
	// A name without a dot, e.g. of a container
	/^[^.[]+$/,
];

const isPrivateHost = (host: string) => PRIVATE.some((pattern) => pattern.test(host));

/** The URL class has written numbers out by then: `0x7f.1` is `127.0.0.1`. */
const hostOf = ({ hostname }: URL) => hostname.replace(/\.$/, '');

function parse(url: string): URL | undefined {
	try {
		return new URL(url.trim());
	} catch {
		return undefined;
	}
}
