import { openTab, TABS, tabPath, type Tab } from '../lib/route.mts';
import { faults, subscriptions } from '../lib/store.mts';
import { Deliveries } from './Deliveries.tsx';
import { Faults, isUsedUp } from './Faults.tsx';
import { Lanes } from './Lanes.tsx';
import { Requests } from './Requests.tsx';
import { Subscriptions } from './Subscriptions.tsx';

const LABELS: Record<Tab, string> = {
	deliveries: 'Deliveries',
	requests: 'Requests',
	subscriptions: 'Webhooks',
	lanes: 'Limits',
	faults: 'Faults',
};

const PANELS: Record<Tab, () => preact.JSX.Element> = {
	deliveries: Deliveries,
	requests: Requests,
	subscriptions: Subscriptions,
	lanes: Lanes,
	faults: Faults,
};

/** Counts shown on their tabs. */
const sizes: Partial<Record<Tab, () => number>> = {
	subscriptions: () => subscriptions.value.size,
	faults: () => [...faults.value.values()].filter((fault) => !isUsedUp(fault)).length,
};

/** Shows the builder of a workflow what went out, what came in, and which faults are set. */
export function Builder() {
	const Panel = PANELS[openTab.value];
	return (
		<>
			<div class="tabs" role="tablist" aria-label="Builder">
				{TABS.map((tab) => (
					<TabButton key={tab} tab={tab} />
				))}
			</div>
			<section
				class="tab-panel"
				role="tabpanel"
				id={`panel-${openTab.value}`}
				aria-labelledby={`tab-${openTab.value}`}
				tabIndex={0}
			>
				<Panel />
			</section>
		</>
	);
}

function TabButton({ tab }: { tab: Tab }) {
	const isOpen = openTab.value === tab;
	const size = sizes[tab]?.() ?? 0;
	const alarm = tab === 'faults' && size > 0;
	return (
		<button
			type="button"
			role="tab"
			id={`tab-${tab}`}
			aria-selected={isOpen}
			aria-controls={`panel-${openTab.value}`}
			tabIndex={isOpen ? 0 : -1}
			onClick={() => choose(tab)}
			onKeyDown={(event) => {
				const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
				if (step === undefined) return;
				event.preventDefault();
				const next = TABS[(TABS.indexOf(tab) + step + TABS.length) % TABS.length] ?? tab;
				choose(next);
				document.getElementById(`tab-${next}`)?.focus();
			}}
		>
			{LABELS[tab]}
			{size > 0 && (
				<span class="tab-size" data-alarm={alarm}>
					{size}
				</span>
			)}
		</button>
	);
}

/** In a narrow window the address says which pane is seen; beside the phone it stays the chat's. */
function choose(tab: Tab): void {
	openTab.value = tab;
	if (location.hash.startsWith('#/builder')) history.replaceState(null, '', tabPath(tab));
}
