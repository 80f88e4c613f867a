import type { IHookFunctions } from 'n8n-workflow';

import { assertReachable } from '../../../../nodes/shared/delivery/reachable.ts';

const LINQ = 'https://api.linqapp.com/api/partner';
const context = { getNode: () => ({ name: 'Linq Trigger' }) } as IHookFunctions;

const refusal = (url: string, baseUrl = LINQ) => {
	try {
		assertReachable(context, url, baseUrl);
		return undefined;
	} catch (error) {
		return (error as Error).message;
	}
};

test.each([
	'https://n8n.acme.com/webhook/1/linq?version=2026-02-03',
	'https://n8n.acme.com:8443/webhook/1/linq',
	'https://172.15.0.1/linq',
	'https://8.8.8.8/linq',
	'https://[2001:4860:4860::8888]/linq',
	'https://fd.acme.com/linq',
	'https://10.acme.com/linq',
])('Linq can deliver to %s', (url) => {
	expect(refusal(url)).toBeUndefined();
});

test.each([
	'http://n8n.acme.com/linq',
	'http://localhost:5678/linq',
	'https://localhost/linq',
	'https://LOCALHOST./linq',
	'https://127.0.0.1/linq',
	'https://0x7f.1/linq',
	'https://2130706433/linq',
	'https://10.1.2.3/linq',
	'https://172.16.0.1/linq',
	'https://172.31.255.255/linq',
	'https://192.168.1.10/linq',
	'https://169.254.169.254/linq',
	'https://100.64.0.1/linq',
	'https://0.0.0.0/linq',
	'https://[::1]/linq',
	'https://[::]/linq',
	'https://[fd00::1]/linq',
	'https://[fe80::1]/linq',
	'https://[::ffff:127.0.0.1]/linq',
	'https://n8n/linq',
	'https://n8n.local/linq',
	'https://n8n.svc.internal/linq',
	'no url',
])('Linq cannot deliver to %s, and the error says what to set', (url) => {
	expect(refusal(url)).toMatch(/set N8N_WEBHOOK_URL \(n8n 1: WEBHOOK_URL\) to the public https/);
});

test.each(['http://127.0.0.1:4010/api/partner', 'http://localhost:4010', 'http://[::1]:4010'])(
	'a sandbox at %s reaches this machine',
	(baseUrl) => {
		expect(refusal('http://localhost:5678/linq', baseUrl)).toBeUndefined();
	},
);
