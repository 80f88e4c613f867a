import type { Locator } from 'playwright-core';

/** How a bubble and its tail look together, at the corner where they meet. */
interface Outline {
	/** How much of the bubble's own corner the tail leaves out, in pixels at eight times the size. */
	corner: number;
	/** How deep the bottom is bitten, in pixels. */
	bite: number;
	/** How often the side steps back on its way down to the tip. */
	steps: number;
}

/** Draws the tail of the bubble of a message over the bubble's corner, and measures it. */
export async function outlineOf(message: Locator): Promise<Outline> {
	const id = await message.getAttribute('data-message');
	return await message
		.page()
		.evaluate<Outline>(`(${OUTLINE})(document.querySelector('[data-message="${id}"] .bubble'))`);
}

/** Runs in the page. */
const OUTLINE = `(bubble) => {
	const scale = 8;
	const { clipPath, width, height, right } = getComputedStyle(bubble, '::after');
	const [w, h] = [parseFloat(width), parseFloat(height)];
	const isRight = parseFloat(right) < 0;
	const over = isRight ? -parseFloat(right) : -parseFloat(getComputedStyle(bubble, '::after').left);
	const draw = (path) => {
		const canvas = new OffscreenCanvas(w * scale, h * scale);
		const context = canvas.getContext('2d');
		context.scale(scale, scale);
		if (!isRight) { context.translate(w, 0); context.scale(-1, 1); }
		context.fill(path);
		const { data } = context.getImageData(0, 0, w * scale, h * scale);
		return (x, y) => data[(y * w * scale + x) * 4 + 3] > 127;
	};
	const tail = draw(new Path2D(/"(.+)"/.exec(clipPath)[1]));
	const radius = parseFloat(getComputedStyle(bubble).borderBottomRightRadius);
	const own = new Path2D();
	const edge = w - over;
	if (isRight) own.roundRect(edge - 100, h - 100, 100, 100, radius);
	else own.roundRect(over, h - 100, 100, 100, radius);
	const corner = draw(own);
	let [left, bite, steps, before] = [0, 0, 0, 0];
	for (let y = 0; y < h * scale; y++) {
		let last = 0;
		for (let x = 0; x < w * scale; x++) {
			if (corner(x, y) && !tail(x, y)) left++;
			if (tail(x, y)) last = x;
		}
		if (y > scale && last < before) steps++;
		before = last;
	}
	for (let x = 0; x < edge * scale; x++) {
		let y = h * scale - 1;
		while (y > 0 && !tail(x, y)) y--;
		bite = Math.max(bite, h - 1 / scale - y / scale);
	}
	return { corner: left, bite, steps };
}`;
