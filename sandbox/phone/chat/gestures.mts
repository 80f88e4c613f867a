const LONG_PRESS_MS = 500;
/** How far a finger may stray, in pixels. */
const STRAY = 10;

/** Elements with their own use for a click. */
const OWN_CLICKS = 'a, button, input, label, video';

interface Press {
	timer: ReturnType<typeof setTimeout>;
	x: number;
	y: number;
	isOver: boolean;
}

/** The finger that is on the page. */
let press: Press | null = null;

function end(): void {
	clearTimeout(press?.timer);
	press = null;
}

/**
 * A double click, or a finger that stays, opens something, as on a phone. Links and buttons keep
 * their clicks; a finger that has opened something does not also follow the link below it.
 *
 * @param open gets the element that the handlers stand on, and the pointer of a finger
 */
export function opensWith(open: (element: HTMLElement, finger?: number) => void) {
	return {
		onMouseDown(event: MouseEvent) {
			// Otherwise a word would be selected.
			if (event.detail > 1 && isFree(event)) event.preventDefault();
		},
		onDblClick(event: MouseEvent & { currentTarget: HTMLElement }) {
			if (isFree(event)) open(event.currentTarget);
		},
		onPointerDown(event: PointerEvent & { currentTarget: HTMLElement }) {
			end();
			if (event.pointerType === 'mouse' || !event.isPrimary) return;
			const { currentTarget: element, clientX: x, clientY: y, pointerId } = event;
			const timer = setTimeout(() => {
				if (press) press.isOver = true;
				open(element, pointerId);
			}, LONG_PRESS_MS);
			press = { timer, x, y, isOver: false };
		},
		onPointerMove({ clientX, clientY }: PointerEvent) {
			if (press && Math.hypot(clientX - press.x, clientY - press.y) > STRAY) end();
		},
		onPointerUp: () => clearTimeout(press?.timer),
		onPointerCancel: end,
		onContextMenu(event: MouseEvent) {
			// Where a finger that stays opens the browser's own menu.
			if (press) event.preventDefault();
		},
		onClickCapture(event: MouseEvent) {
			if (!press?.isOver) return;
			end();
			event.preventDefault();
			event.stopPropagation();
		},
	};
}

const isFree = ({ target }: Event): boolean =>
	target instanceof Element && target.closest(OWN_CLICKS) === null;
