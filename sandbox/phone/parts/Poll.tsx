import { useSignal } from '@preact/signals';
import type { MessageView, PollView } from '../../live/view.mts';
import { ask, attempt } from '../lib/act.mts';
import { count } from '../lib/format.mts';
import { firstNameOf } from '../lib/store.mts';

/** A poll: choose, see who chose what, add a choice. */
export function Poll({ message, poll, me }: { message: MessageView; poll: PollView; me: string }) {
	const voters = new Set(poll.options.flatMap((option) => option.voters)).size;
	const vote = (optionId: string, operation: 'add' | 'remove') =>
		void attempt(() =>
			ask('POST', '/vote', { message_id: message.id, option_id: optionId, operation, from: me }),
		);
	return (
		<fieldset class="poll">
			<legend>Poll</legend>
			{poll.options.map(({ id, text, voters: chose }) => {
				const own = chose.includes(me);
				return (
					<label key={id} class="option">
						<input
							type="checkbox"
							checked={own}
							onChange={({ currentTarget }) => {
								vote(id, own ? 'remove' : 'add');
								// The sandbox decides; its answer ticks the box.
								currentTarget.checked = own;
							}}
						/>
						<span class="option-text">{text}</span>
						<span class="option-count">{chose.length > 0 ? chose.length : ''}</span>
						<progress
							max={Math.max(1, voters)}
							value={chose.length}
							aria-label={`Votes for ${text}`}
						/>
						{chose.length > 0 && (
							<small>
								{chose.map((handle) => (handle === me ? 'You' : firstNameOf(handle))).join(', ')}
							</small>
						)}
					</label>
				);
			})}
			<AddOption message={message} me={me} />
			<p class="poll-sum">
				{voters === 0 ? 'No votes yet' : count(voters, 'person voted', 'people voted')}
			</p>
		</fieldset>
	);
}

function AddOption({ message, me }: { message: MessageView; me: string }) {
	const text = useSignal('');
	const add = async (event: Event) => {
		event.preventDefault();
		const body = { message_id: message.id, options: [text.value.trim()], from: me };
		if (await attempt(() => ask('POST', '/poll/options', body))) text.value = '';
	};
	return (
		<form class="add-option" onSubmit={(event) => void add(event)}>
			<input
				aria-label="Another choice"
				placeholder="Add a choice"
				value={text.value}
				onInput={({ currentTarget }) => (text.value = currentTarget.value)}
			/>
			{text.value.trim() !== '' && <button type="submit">Add</button>}
		</form>
	);
}
