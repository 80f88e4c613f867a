/** Where n8n's editor draws something, in its pixels. */
export interface Frame {
	name: string;
	left: number;
	top: number;
	right: number;
	bottom: number;
}

/** A node, as far as it is drawn. */
export interface Drawn {
	name: string;
	type: string;
	position: [number, number];
	parameters: Record<string, unknown>;
	/** How many outputs of the main kind it has. */
	outputs: number;
	/** Whether it hangs below another node, e.g. the model of an agent. */
	hangs: boolean;
}

/** Sizes of n8n's editor; the name of a node is below it, up to twice as wide and over two lines. */
const SIDE = 96;
const SIDE_HANGING = 80;
/** An agent, and a tool for human review, have their name beside the icon. */
const WIDE = 224;
const isWide = (type: string) => /\.agent$|HitlTool$/.test(type);
const LABEL = { width: 192, height: 56 };
/** A node is higher by this for each output after the second. */
const OUTPUT = 32;

/** The frame of a node as the editor draws it, including its name. */
export function frameOf(node: Drawn): Frame {
	const [left, top] = node.position;
	const { name, type } = node;
	if (type === 'n8n-nodes-base.stickyNote') {
		const { width, height } = node.parameters as { width: number; height: number };
		return { name, left, top, right: left + width, bottom: top + height };
	}
	const height = (node.hangs ? SIDE_HANGING : SIDE) + OUTPUT * Math.max(0, node.outputs - 2);
	if (isWide(type)) return { name, left, top, right: left + WIDE, bottom: top + height };
	const side = node.hangs ? SIDE_HANGING : SIDE;
	const margin = (LABEL.width - side) / 2;
	const bottom = top + height + LABEL.height;
	return { name, left: left - margin, top, right: left + side + margin, bottom };
}

/** Pairs of which one lies on the other. */
export function overlaps(frames: Frame[]): string[] {
	return frames.flatMap((one, index) =>
		frames
			.slice(index + 1)
			.filter(
				(other) =>
					one.left < other.right &&
					other.left < one.right &&
					one.top < other.bottom &&
					other.top < one.bottom,
			)
			.map((other) => `${one.name} / ${other.name}`),
	);
}
