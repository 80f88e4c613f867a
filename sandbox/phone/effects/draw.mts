import type { Particle } from './particles.mts';

const FADE = 0.5;

/**
 * Draws all particles as they are at a time.
 *
 * @param seconds since the effect began
 * @returns whether any is still to be seen
 */
export function drawParticles(
	canvas: CanvasRenderingContext2D,
	particles: readonly Particle[],
	seconds: number,
	size: { width: number; height: number },
): boolean {
	canvas.clearRect(0, 0, size.width, size.height);
	let alive = false;
	for (const particle of particles) {
		const age = seconds - particle.delay;
		if (age > particle.life) continue;
		alive = true;
		if (age < 0) continue;
		canvas.save();
		canvas.globalAlpha = Math.min(1, (particle.life - age) / FADE, age / 0.12 + 0.2);
		canvas.translate(
			particle.x + particle.vx * age,
			particle.y + particle.vy * age + (particle.gravity * age * age) / 2,
		);
		canvas.rotate(particle.angle + particle.spin * age);
		canvas.fillStyle = particle.colour;
		draw(canvas, particle, size);
		canvas.restore();
	}
	return alive;
}

function draw(
	canvas: CanvasRenderingContext2D,
	{ shape, size, text = '', colour, x, y }: Particle,
	area: { width: number; height: number },
): void {
	switch (shape) {
		case 'paper':
			canvas.fillRect(-size / 2, -size / 4, size, size / 2);
			return;
		case 'dot':
			canvas.beginPath();
			canvas.arc(0, 0, size, 0, 2 * Math.PI);
			canvas.fill();
			return;
		case 'balloon':
			canvas.beginPath();
			canvas.ellipse(0, 0, size * 0.8, size, 0, 0, 2 * Math.PI);
			canvas.fill();
			canvas.beginPath();
			canvas.moveTo(0, size);
			canvas.quadraticCurveTo(size * 0.3, size * 1.6, 0, size * 2.2);
			canvas.strokeStyle = colour;
			canvas.stroke();
			canvas.fillStyle = 'rgba(255,255,255,0.35)';
			canvas.beginPath();
			canvas.ellipse(-size * 0.28, -size * 0.4, size * 0.14, size * 0.24, 0.5, 0, 2 * Math.PI);
			canvas.fill();
			return;
		case 'heart':
			canvas.beginPath();
			canvas.moveTo(0, size * 0.9);
			canvas.bezierCurveTo(-size * 1.5, -size * 0.1, -size * 0.7, -size * 1.1, 0, -size * 0.4);
			canvas.bezierCurveTo(size * 0.7, -size * 1.1, size * 1.5, -size * 0.1, 0, size * 0.9);
			canvas.fill();
			return;
		case 'star':
			canvas.beginPath();
			for (let corner = 0; corner < 8; corner++) {
				const reach = corner % 2 === 0 ? size : size * 0.3;
				const angle = (corner * Math.PI) / 4;
				canvas.lineTo(Math.cos(angle) * reach, Math.sin(angle) * reach);
			}
			canvas.fill();
			return;
		case 'beam':
			canvas.globalAlpha *= 0.55;
			canvas.fillRect(0, -3, size, 6);
			return;
		case 'text':
			canvas.rotate(0);
			canvas.font = `600 ${size}px system-ui, sans-serif`;
			canvas.textAlign = 'center';
			canvas.fillText(text, 0, 0);
			return;
		case 'light': {
			canvas.resetTransform();
			const scale = window.devicePixelRatio || 1;
			canvas.scale(scale, scale);
			canvas.fillStyle = 'rgba(0,0,0,0.6)';
			canvas.fillRect(0, 0, area.width, area.height);
			canvas.globalCompositeOperation = 'destination-out';
			canvas.globalAlpha = 1;
			canvas.fillStyle = '#000';
			canvas.beginPath();
			canvas.ellipse(x, y, size * 0.7 + 40, 64, 0, 0, 2 * Math.PI);
			canvas.fill();
		}
	}
}
