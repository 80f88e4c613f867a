import { useEffect, useRef } from 'preact/hooks';
import { endEffect, playing } from '../lib/effects.mts';
import { label } from '../lib/format.mts';
import { isCalm } from '../lib/motion.mts';
import { preview } from '../lib/preview.mts';
import { messageById } from '../lib/store.mts';
import { drawParticles } from './draw.mts';
import { particlesOf } from './particles.mts';

/** How long the still picture stands where the system asks for reduced motion, and at which moment. */
const STILL_MS = 2_500;
const STILL_MOMENT_S = 1.4;

/** The effect that plays over the whole chat: moving, or as a still picture. */
export function ScreenEffect() {
	const canvas = useRef<HTMLCanvasElement>(null);
	const effect = playing.value?.kind === 'screen' ? playing.value : null;
	useEffect(() => {
		const { current: element } = canvas;
		if (!element || !effect) return;
		const message = messageById(effect.messageId);
		const text = message ? preview(message) : '';
		return run(element, effect, text, () => endEffect(effect.messageId));
	}, [effect]);
	if (!effect) return null;
	return (
		<div class="screen-effect" data-effect={effect.name} data-still={isCalm()}>
			<canvas ref={canvas} aria-hidden="true" />
			<p class="hidden" role="status">
				{label(effect.name)}
			</p>
		</div>
	);
}

interface Playing {
	messageId: string;
	name: string;
}

function run(
	element: HTMLCanvasElement,
	{ messageId, name }: Playing,
	text: string,
	end: () => void,
): () => void {
	const context = element.getContext('2d');
	const { clientWidth: width, clientHeight: height } = element;
	const scale = window.devicePixelRatio || 1;
	element.width = width * scale;
	element.height = height * scale;
	if (!context) return () => undefined;
	context.scale(scale, scale);
	const size = { width, height };
	const particles = particlesOf(name, size, text, placeOf(messageId, element));
	if (isCalm()) {
		drawParticles(context, particles, STILL_MOMENT_S, size);
		const timer = setTimeout(end, STILL_MS);
		return () => clearTimeout(timer);
	}
	let frame = 0;
	let began: number | undefined;
	const step = (now: number) => {
		began ??= now;
		if (drawParticles(context, particles, (now - began) / 1_000, size)) {
			frame = requestAnimationFrame(step);
		} else {
			end();
		}
	};
	frame = requestAnimationFrame(step);
	return () => cancelAnimationFrame(frame);
}

/** Where a message is on the canvas; the lower left where it is not in view. */
function placeOf(messageId: string, canvas: HTMLElement): { x: number; y: number; width: number } {
	const selector = `[data-message="${CSS.escape(messageId)}"] .bubbles`;
	const bubble = document.querySelector(selector)?.getBoundingClientRect();
	const { left, top, width, height } = canvas.getBoundingClientRect();
	if (!bubble) return { x: width * 0.3, y: height - 60, width: width * 0.4 };
	return {
		x: bubble.left + bubble.width / 2 - left,
		y: bubble.top + bubble.height / 2 - top,
		width: bubble.width,
	};
}
