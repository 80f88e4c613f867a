import type { ComponentChildren } from 'preact';
import { useId, useRef } from 'preact/hooks';

const GAP = 6;

interface Props {
	label: string;
	icon: ComponentChildren;
	/** The entries; choosing one closes the menu. */
	children: ComponentChildren;
	above?: boolean;
}

/** A button that opens a small list of others. The browser closes it on Escape and on a click outside. */
export function Menu({ label, icon, children, above }: Props) {
	const id = useId();
	const button = useRef<HTMLButtonElement>(null);
	const list = useRef<HTMLDivElement>(null);

	const place = () => {
		const [from, to] = [button.current?.getBoundingClientRect(), list.current];
		if (!from || !to) return;
		const width = to.offsetWidth;
		const left = Math.min(Math.max(8, from.right - width), window.innerWidth - width - 8);
		to.style.left = `${left}px`;
		to.style.top = above ? `${from.top - to.offsetHeight - GAP}px` : `${from.bottom + GAP}px`;
		to.querySelector<HTMLElement>('button')?.focus();
	};

	return (
		<>
			<button
				ref={button}
				type="button"
				class="icon-button"
				aria-label={label}
				title={label}
				popovertarget={id}
			>
				{icon}
			</button>
			<div
				ref={list}
				id={id}
				popover="auto"
				class="menu"
				role="group"
				aria-label={label}
				onToggle={(event) => {
					if (event.newState === 'open') place();
				}}
				onClick={() => list.current?.hidePopover()}
			>
				{children}
			</div>
		</>
	);
}
