import type { AppCardPart } from '../../wire.mts';

const CORNERS = ['trailing_caption', 'trailing_subcaption'];

/** A card of an iMessage app. */
export function AppCard({ part }: { part: AppCardPart }) {
	const { layout, app } = part;
	return (
		<div class="card app-card">
			<span class="card-art" aria-hidden="true">
				{app.name.slice(0, 1)}
			</span>
			<span class="card-text">
				<b>{layout.caption ?? app.name}</b>
				{layout.subcaption && <small>{layout.subcaption}</small>}
				{CORNERS.map((name) => layout[name] && <small key={name}>{layout[name]}</small>)}
				<small class="app-name">{app.name}</small>
			</span>
		</div>
	);
}
