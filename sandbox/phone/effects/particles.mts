/** A thing that flies over the screen. */
export interface Particle {
	x: number;
	y: number;
	/** Pixels a second. */
	vx: number;
	vy: number;
	/** Pixels a second, each second. */
	gravity: number;
	size: number;
	angle: number;
	spin: number;
	colour: string;
	shape: Shape;
	/** Seconds until it is there, and for how long. */
	delay: number;
	life: number;
	text?: string;
}

export type Shape = 'paper' | 'dot' | 'balloon' | 'heart' | 'star' | 'beam' | 'text' | 'light';

const PAPER = ['#e5484d', '#f5a524', '#30a46c', '#3b82f6', '#8e4ec6', '#e93d82'];
const PINK = ['#e93d82', '#e5484d', '#f76ba3'];
const GOLD = ['#f5c542', '#fff1b8', '#f5a524', '#ffffff'];
const LASER = ['#3b82f6', '#e93d82', '#30d158', '#f5a524'];

const between = (low: number, high: number): number => low + Math.random() * (high - low);
const pick = <T,>(list: readonly T[], fallback: T): T =>
	list[Math.floor(Math.random() * list.length)] ?? fallback;
const many = (number: number, make: (index: number) => Particle): Particle[] =>
	Array.from({ length: number }, (_, index) => make(index));

type Size = { width: number; height: number };

const base = {
	vx: 0,
	vy: 0,
	gravity: 0,
	angle: 0,
	spin: 0,
	delay: 0,
	life: 3,
	shape: 'dot',
} as const;

const falling = ({ width }: Size, colours: readonly string[], number = 140) =>
	many(number, () => ({
		...base,
		x: between(0, width),
		y: -20,
		vx: between(-40, 40),
		vy: between(120, 260),
		gravity: 60,
		size: between(6, 11),
		angle: between(0, 6),
		spin: between(-6, 6),
		colour: pick(colours, '#888'),
		shape: 'paper' as const,
		delay: between(0, 1.2),
		life: 4,
	}));

const rising = (
	{ width, height }: Size,
	shape: Shape,
	colours: readonly string[],
	{ number, sizes }: { number: number; sizes: [number, number] },
) =>
	many(number, () => ({
		...base,
		x: between(0, width),
		y: height + 40,
		vx: between(-15, 15),
		vy: between(-220, -120),
		gravity: -10,
		size: between(...sizes),
		angle: between(-0.2, 0.2),
		spin: between(-0.2, 0.2),
		colour: pick(colours, '#888'),
		shape,
		delay: between(0, 1.2),
		life: 5,
	}));

function bursts({ width, height }: Size, colours: readonly string[], number: number): Particle[] {
	return many(number, (index) => ({
		...base,
		x: 0,
		y: 0,
		size: 0,
		colour: '',
		delay: index * 0.45,
	})).flatMap(({ delay }) => {
		const [x, y] = [between(width * 0.2, width * 0.8), between(height * 0.15, height * 0.5)];
		const colour = pick(colours, '#888');
		return many(46, (index) => {
			const angle = (index / 46) * 2 * Math.PI;
			const speed = between(60, 200);
			return {
				...base,
				x,
				y,
				vx: Math.cos(angle) * speed,
				vy: Math.sin(angle) * speed,
				gravity: 90,
				size: between(2, 4),
				colour,
				delay,
				life: 1.6,
			};
		});
	});
}

const stars = ({ width, height }: Size) =>
	many(70, () => ({
		...base,
		x: between(0, width),
		y: between(0, height),
		size: between(3, 9),
		spin: 1.5,
		colour: pick(GOLD, '#f5c542'),
		shape: 'star' as const,
		delay: between(0, 2),
		life: 1.2,
	}));

const beams = ({ width, height }: Size) =>
	many(8, (index) => ({
		...base,
		x: width / 2,
		y: height,
		size: Math.hypot(width, height),
		angle: (-Math.PI * (index + 1)) / 9,
		spin: index % 2 === 0 ? 0.5 : -0.5,
		colour: pick(LASER, '#3b82f6'),
		shape: 'beam' as const,
		delay: index * 0.08,
		life: 2.6,
	}));

const words = ({ width, height }: Size, text: string) =>
	many(24, (index) => ({
		...base,
		x: between(width * 0.1, width * 0.9),
		y: height + 20,
		vy: between(-320, -180),
		vx: between(-30, 30),
		size: between(14, 26),
		colour: PAPER[index % PAPER.length] ?? '#3b82f6',
		shape: 'text' as const,
		text,
		delay: index * 0.06,
		life: 3,
	}));

/**
 * The particles of an effect.
 *
 * @param text of the message, which `echo` repeats
 * @param bubble middle and width of the message, which `spotlight` lights
 */
export function particlesOf(
	name: string,
	size: Size,
	text: string,
	bubble: { x: number; y: number; width: number },
): Particle[] {
	const { width, height } = size;
	switch (name) {
		case 'balloons':
			return rising(size, 'balloon', PAPER, { number: 18, sizes: [26, 42] });
		case 'happy_birthday':
			return [
				...rising(size, 'balloon', PAPER, { number: 12, sizes: [26, 40] }),
				...falling(size, PAPER, 80),
			];
		case 'hearts':
			return rising(size, 'heart', PINK, { number: 26, sizes: [12, 30] });
		case 'love':
			return [
				{
					...base,
					x: width / 2,
					y: height / 2 - 60,
					size: 90,
					colour: '#e5484d',
					shape: 'heart',
					life: 2.2,
				},
				...rising(size, 'heart', PINK, { number: 10, sizes: [10, 18] }),
			];
		case 'fireworks':
			return bursts(size, PAPER, 6);
		case 'celebration':
			return bursts(size, GOLD, 5);
		case 'sparkles':
			return stars(size);
		case 'lasers':
			return beams(size);
		case 'echo':
			return words(size, text.slice(0, 24));
		case 'spotlight':
			return [
				{
					...base,
					x: bubble.x,
					y: bubble.y,
					size: bubble.width,
					colour: '',
					shape: 'light',
					life: 2.6,
				},
			];
		default:
			return falling(size, PAPER);
	}
}
