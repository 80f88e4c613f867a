/** Something that can be made to go wrong, in plain words. */
export interface Preset {
	name: string;
	hint: string;
	/** Body for the control side, without the name. */
	rule: Record<string, unknown>;
	/** Which requests it can be narrowed down to; a failing delivery is no request. */
	where: '/faults' | '/failures';
}

export const PRESETS: readonly Preset[] = [
	{
		name: 'Too many messages',
		hint: '429 with Retry-After: 5',
		rule: { status: 429, retry_after: 5 },
		where: '/faults',
	},
	{
		name: 'Linq is overloaded',
		hint: '503 with Retry-After: 2',
		rule: { status: 503, retry_after: 2 },
		where: '/faults',
	},
	{ name: 'Linq fails', hint: '500, code 3006', rule: { status: 500 }, where: '/faults' },
	{
		name: 'The token is refused',
		hint: '401, code 2004',
		rule: { status: 401 },
		where: '/faults',
	},
	{
		name: 'Linq is slow',
		hint: 'Answers 3 seconds later',
		rule: { delay_ms: 3_000 },
		where: '/faults',
	},
	{
		name: 'The request gets lost',
		hint: 'Connection cut, nothing carried out',
		rule: { reset: 'before' },
		where: '/faults',
	},
	{
		name: 'The answer gets lost',
		hint: 'Carried out, then the connection is cut',
		rule: { reset: 'after' },
		where: '/faults',
	},
	{
		name: 'A proxy answers instead',
		hint: '502 with an HTML page',
		rule: { html: true },
		where: '/faults',
	},
	{
		name: 'An upload breaks off',
		hint: 'Connection cut half-way, nothing stored',
		rule: { operation_id: 'uploadFile', reset: 'middle' },
		where: '/faults',
	},
	{
		name: 'Messages do not arrive',
		hint: 'message.failed with code 4001',
		rule: { code: 4001 },
		where: '/failures',
	},
];
