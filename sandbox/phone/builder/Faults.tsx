import { useSignal } from '@preact/signals';
import type { FaultView } from '../../live/view.mts';
import { ask, attempt } from '../lib/act.mts';
import { count } from '../lib/format.mts';
import { openChat } from '../lib/route.mts';
import { faults } from '../lib/store.mts';
import { PRESETS, type Preset } from './presets.mts';

type Times = 'always' | 'once' | 'thrice';
const TIMES: Record<Times, { label: string; times: number | undefined }> = {
	always: { label: 'Until I switch it off', times: undefined },
	once: { label: 'Once', times: 1 },
	thrice: { label: 'Three times', times: 3 },
};

type Where = 'all' | 'sends' | 'chat';

/** The available faults, and those in force. */
export function Faults() {
	const times = useSignal<Times>('always');
	const where = useSignal<Where>('all');
	const list = [...faults.value.values()];
	const named = new Set<string | null>(PRESETS.map(({ name }) => name));
	const others = list.filter(({ name }) => !named.has(name));

	const toggle = (preset: Preset, on: FaultView | undefined) =>
		void attempt(async () => {
			if (on) {
				await ask('DELETE', `${preset.where}/${on.id}`);
				return;
			}
			for (const spent of list.filter(({ name }) => name === preset.name)) {
				await ask('DELETE', `${preset.where}/${spent.id}`);
			}
			const { times: limit } = TIMES[times.value];
			await ask('POST', preset.where, {
				...preset.rule,
				...scope(where.value, preset),
				name: preset.name,
				...(preset.where === '/failures'
					? { times: limit ?? null }
					: limit
						? { times: limit }
						: {}),
			});
		});

	return (
		<>
			<div class="fault-scope">
				<label>
					Which requests
					<select
						value={where.value}
						onChange={({ currentTarget }) => (where.value = currentTarget.value as Where)}
					>
						<option value="all">All</option>
						<option value="sends">Only sending into a chat</option>
						<option value="chat" disabled={openChat.value === null}>
							Only this chat
						</option>
					</select>
				</label>
				<label>
					How often
					<select
						value={times.value}
						onChange={({ currentTarget }) => (times.value = currentTarget.value as Times)}
					>
						{Object.entries(TIMES).map(([key, { label }]) => (
							<option key={key} value={key}>
								{label}
							</option>
						))}
					</select>
				</label>
			</div>
			<ul class="switches" aria-label="Faults">
				{PRESETS.map((preset) => {
					const on = list.find((fault) => fault.name === preset.name && !isUsedUp(fault));
					const spent = list.find((fault) => fault.name === preset.name);
					return (
						<li key={preset.name}>
							<button
								type="button"
								role="switch"
								class="switch-row"
								aria-checked={on !== undefined}
								onClick={() => toggle(preset, on)}
							>
								<span class="switch-name">{preset.name}</span>
								<span class="switch-hint">{preset.hint}</span>
								<span class="switch-hits">{spent && spent.hits > 0 ? hits(spent) : ''}</span>
								<span class="switch" aria-hidden="true" />
							</button>
						</li>
					);
				})}
			</ul>
			{others.length > 0 && (
				<>
					<h3>Set from elsewhere</h3>
					<ul class="cards">
						{others.map((fault) => (
							<Other key={fault.id} fault={fault} />
						))}
					</ul>
				</>
			)}
		</>
	);
}

function Other({ fault }: { fault: FaultView }) {
	return (
		<li class="builder-card">
			<p class="card-head">
				<b>{fault.name ?? 'Without a name'}</b>
				<button
					type="button"
					class="quiet"
					onClick={() => void attempt(() => ask('DELETE', `/faults/${fault.id}`))}
				>
					Remove
				</button>
			</p>
			<p class="address">{JSON.stringify(fault.rule)}</p>
			<p class="hint">{hits(fault)}</p>
		</li>
	);
}

const hits = (fault: FaultView): string => `Happened ${count(fault.hits, 'time', 'times')}`;

/** Whether it has happened as often as it was to. */
export const isUsedUp = ({ rule, hits: done }: FaultView): boolean =>
	typeof rule.times === 'number' && done >= rule.times;

function scope(where: Where, preset: Preset): Record<string, string> {
	// An upload is no request to the API, and belongs to no chat.
	if (preset.rule.operation_id !== undefined) return {};
	if (where === 'chat' && openChat.value !== null) return { chat_id: openChat.value };
	if (where === 'sends' && preset.where === '/faults') return { operation_id: 'sendMessageToChat' };
	return {};
}
