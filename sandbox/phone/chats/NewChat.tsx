import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { ask, explain } from '../lib/act.mts';
import { prettyHandle } from '../lib/format.mts';
import { goToChat } from '../lib/route.mts';
import { lines } from '../lib/store.mts';

const HANDLE = /^(\+[1-9]\d{6,14}|[^@\s]+@[^@\s]+\.[^@\s]+)$/;

/** Somebody new texts a line. */
export function NewChat({ close }: { close: () => void }) {
	const dialog = useRef<HTMLDialogElement>(null);
	const from = useSignal('');
	const to = useSignal([...lines.value.values()][0]?.phoneNumber ?? '');
	const text = useSignal('');
	const wrong = useSignal<string | null>(null);
	useEffect(() => dialog.current?.showModal(), []);

	const send = async (event: Event) => {
		event.preventDefault();
		const handle = from.value.includes('@')
			? from.value.trim()
			: from.value.replace(/[\s().-]/g, '');
		if (!HANDLE.test(handle)) {
			wrong.value = `“${from.value}” is no phone number with country code, such as +1 202 555 0123, and no email address.`;
			return;
		}
		try {
			const body = { from: handle, to: to.value, text: text.value };
			const answer = await ask<{ chat_id?: string; reason?: string }>('POST', '/receive', body);
			if (answer.chat_id === undefined) {
				wrong.value = `The message was dropped: ${answer.reason ?? 'the sender is blocked.'}`;
				return;
			}
			close();
			goToChat(answer.chat_id);
		} catch (error) {
			wrong.value = explain(error);
		}
	};

	return (
		<dialog ref={dialog} class="sheet" aria-labelledby="new-chat" onClose={close}>
			<form onSubmit={(event) => void send(event)} noValidate>
				<h2 id="new-chat">New conversation</h2>
				<p class="hint">Text one of the account’s lines from a number of your choice.</p>
				<label>
					Your number or email address
					<input
						name="from"
						autocomplete="off"
						inputMode="tel"
						placeholder="e.g. +1 202 555 0123"
						value={from.value}
						aria-invalid={wrong.value !== null}
						aria-describedby="new-chat-wrong"
						onInput={({ currentTarget }) => {
							from.value = currentTarget.value;
							wrong.value = null;
						}}
					/>
				</label>
				<label>
					Line
					<select
						name="to"
						value={to.value}
						onChange={({ currentTarget }) => (to.value = currentTarget.value)}
					>
						{[...lines.value.values()].map(({ phoneNumber, name }) => (
							<option key={phoneNumber} value={phoneNumber}>
								{name === null ? '' : `${name}, `}
								{prettyHandle(phoneNumber)}
							</option>
						))}
					</select>
				</label>
				<label>
					Message
					<textarea
						name="text"
						rows={3}
						required
						placeholder="e.g. Hi, are you open today?"
						value={text.value}
						onInput={({ currentTarget }) => (text.value = currentTarget.value)}
					/>
				</label>
				<p id="new-chat-wrong" class="wrong" role="alert">
					{wrong.value}
				</p>
				<div class="buttons">
					<button type="button" class="quiet" onClick={close}>
						Cancel
					</button>
					<button type="submit" class="primary" disabled={text.value.trim() === ''}>
						Send
					</button>
				</div>
			</form>
		</dialog>
	);
}
