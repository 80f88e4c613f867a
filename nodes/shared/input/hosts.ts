const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/** Addresses that mean nothing, or something else, outside of the own network. */
const PRIVATE_ADDRESS = [
	LOOPBACK,
	/^(0|10)\.\d+\.\d+\.\d+$/,
	/^169\.254\.\d+\.\d+$/,
	/^172\.(1[6-9]|2\d|3[01])\.\d+\.\d+$/,
	/^192\.168\.\d+\.\d+$/,
	// Carrier-grade NAT
	/^100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.\d+\.\d+$/,
	// Multicast, reserved, broadcast
	/^(22[4-9]|2[3-5]\d)\.\d+\.\d+\.\d+$/,
	// IPv6: unspecified, IPv4 inside (mapped, compatible, translated), unique local, link local, multicast
	/^\[(::|64:ff9b:|f[cd]|fe[89a-f]|ff)/,
];

/** Names that mean nothing outside of the own network. */
const PRIVATE_NAME = [
	/\.(localhost|local|lan|internal|intranet|home\.arpa|test|invalid|example)$/,
	// A name without a dot, e.g. of a container
	/^[^.[]+$/,
];

/**
 * Whether a URL leads to this machine or into its own network, as far as its host says so: what a
 * public name resolves to is not looked up.
 */
export const isPrivate = (url: URL): boolean =>
	[...PRIVATE_ADDRESS, ...PRIVATE_NAME].some((pattern) => pattern.test(hostOf(url)));

/** Whether a URL leads to this machine. */
export const isLoopback = (url: URL): boolean => LOOPBACK.test(hostOf(url));

/** The URL class has written numbers out by then: `0x7f.1` is `127.0.0.1`. */
const hostOf = ({ hostname }: URL) => hostname.replace(/\.$/, '');

/** A text as a URL; undefined if it is not one. */
export function parseUrl(text: string): URL | undefined {
	try {
		return new URL(text.trim());
	} catch {
		return undefined;
	}
}
