import { BARS, barsOf } from '../../sandbox/phone/lib/waveform.mts';

const sound = (length: number, at: (index: number) => number): Float32Array =>
	Float32Array.from({ length }, (_, index) => at(index));
const hum = (index: number) => Math.sin(index / 5);

test('silence has low bars, as has the noise that nobody hears', () => {
	expect(barsOf([sound(9_000, () => 0)])).toEqual(Array(BARS).fill(0));
	expect(barsOf([sound(9_000, (index) => 0.001 * hum(index))])).toEqual(Array(BARS).fill(0));
});

test('a quiet recording reaches as high as a loud one', () => {
	const [quiet, loud] = [0.02, 0.9].map((level) =>
		barsOf([sound(9_000, (index) => level * hum(index) * (index / 9_000))]),
	);
	expect(Math.max(...(quiet ?? []))).toBe(1);
	for (const [bar, level] of (quiet ?? []).entries())
		expect(level).toBeCloseTo(loud?.[bar] ?? -1, 2);
});

test('the bars follow the time, and either channel counts', () => {
	const late = sound(3_600, (index) => (index < 1_800 ? 0 : hum(index)));
	const bars = barsOf([sound(3_600, () => 0), late]);
	expect(bars.slice(0, BARS / 2)).toEqual(Array(BARS / 2).fill(0));
	expect(Math.min(...bars.slice(BARS / 2))).toBeGreaterThan(0.8);
});

test.each([0, 1, 7])('%i samples make as many bars as any', (length) => {
	expect(barsOf([sound(length, () => 1)])).toHaveLength(BARS);
	expect(barsOf([sound(length, () => 1)]).every(Number.isFinite)).toBe(true);
});
