import {
	elementScroll,
	observeElementOffset,
	observeElementRect,
	Virtualizer,
} from '@tanstack/virtual-core';
import { useLayoutEffect, useReducer, useState } from 'preact/hooks';

export interface VirtualList {
	count: number;
	keyOf: (index: number) => string;
	/** Pixels, before it was measured. */
	estimate: (index: number) => number;
	scroller: () => HTMLElement | null;
}

/** Draws only the rows in view of a list that is read from its end, as a chat is. */
export function useVirtual(list: VirtualList): Virtualizer<HTMLElement, HTMLElement> {
	const [, redraw] = useReducer<number, void>((times) => times + 1, 0);
	const options = {
		count: list.count,
		getScrollElement: list.scroller,
		estimateSize: list.estimate,
		getItemKey: list.keyOf,
		overscan: 8,
		anchorTo: 'end' as const,
		followOnAppend: true,
		scrollEndThreshold: 48,
		scrollToFn: elementScroll,
		observeElementRect,
		observeElementOffset,
		onChange: () => redraw(),
	};
	const [virtualizer] = useState(() => new Virtualizer<HTMLElement, HTMLElement>(options));
	virtualizer.setOptions(options);
	useLayoutEffect(() => virtualizer._didMount(), [virtualizer]);
	useLayoutEffect(() => virtualizer._willUpdate());
	return virtualizer;
}
