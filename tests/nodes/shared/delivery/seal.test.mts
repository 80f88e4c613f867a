import * as fc from '../../../support/properties.mts';

import { open, seal } from '../../../../nodes/shared/delivery/seal.ts';

const binding = { token: 't0ken', owner: 'n8n/workflow/node', trigger: 'webhook/production' };

test('a sealed text opens again, and differs each time', () => {
	fc.assert(
		fc.property(fc.string({ minLength: 1 }), fc.string(), (secret, token) => {
			const sealed = seal(secret, { ...binding, token });
			expect(open(sealed, { ...binding, token })).toBe(secret);
			expect(seal(secret, { ...binding, token })).not.toBe(sealed);
			expect(sealed).toMatch(/^[\w-]+$/);
		}),
	);
});

test.each(Object.keys(binding))('another %s does not open it', (name) => {
	expect(open(seal('secret', binding), { ...binding, [name]: 'another' })).toBeUndefined();
});

test('a changed, cut or made-up text does not open', () => {
	const sealed = seal('whsec_secret', binding);
	fc.assert(
		fc.property(fc.nat(sealed.length - 1), fc.constantFrom('A', 'b', '_'), (place, letter) => {
			const bytes = Buffer.from(sealed, 'base64url');
			const changed = sealed.slice(0, place) + letter + sealed.slice(place + 1);
			if (Buffer.from(changed, 'base64url').equals(bytes)) return;
			expect(open(changed, binding)).toBeUndefined();
			expect(open(sealed.slice(0, place), binding)).toBeUndefined();
		}),
	);
	fc.assert(fc.property(fc.string(), (text) => open(text, binding) === undefined));
});
