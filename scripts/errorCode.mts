/** The code of a system error ("EEXIST"), if it is one; also where errors come from another realm, as in jest. */
export function errorCode(error: unknown): string | undefined {
	if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
	return typeof error.code === 'string' ? error.code : undefined;
}
