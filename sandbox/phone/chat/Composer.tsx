import { useEffect, useRef } from 'preact/hooks';
import type { ChatView } from '../../live/view.mts';
import { Clip, Close, Send } from '../Icons.tsx';
import { ask, attempt, Problem, upload } from '../lib/act.mts';
import { changeDraft, clearDraft, draftOf, type Draft } from '../lib/drafts.mts';
import { partPreview } from '../lib/preview.mts';
import { firstNameOf, messageById } from '../lib/store.mts';
import { useTyping } from './useTyping.mts';
import { MentionPicker } from './MentionPicker.tsx';
import { VoiceNote } from './VoiceNote.tsx';

/** Puts the caret where one writes. */
export const focusComposer = (): void =>
	document.querySelector<HTMLTextAreaElement>('#composer-text')?.focus();

/** Where the contact writes, attaches and records. */
export function Composer({ chat, me }: { chat: ChatView; me: string }) {
	const draft = draftOf(chat.id);
	const field = useRef<HTMLTextAreaElement>(null);
	const files = useRef<HTMLInputElement>(null);
	const typing = useTyping(chat.id, me);
	const isEmpty = draft.text.trim() === '' && draft.attached.length === 0;
	const change = (part: Partial<Draft>) => changeDraft(chat.id, part);

	useEffect(() => grow(field.current), [draft.text]);

	const attach = (list: Iterable<File>) =>
		attempt(async () => {
			for (const file of list) {
				const { attachment_id: id, content_type: type, url } = await upload(file, file.name);
				change({ attached: [...draftOf(chat.id).attached, { id, name: file.name, type, url }] });
			}
		});

	const send = async () => {
		if (isEmpty) return;
		typing.stop();
		const sent = await attempt(() => (draft.editing ? edit(draft) : text(chat, me, draft)));
		if (sent) clearDraft(chat.id);
		field.current?.focus();
	};

	return (
		<form
			class="composer"
			aria-label="Write as the contact"
			onSubmit={(event) => {
				event.preventDefault();
				void send();
			}}
			onDragOver={(event) => event.preventDefault()}
			onDrop={(event) => {
				event.preventDefault();
				void attach(event.dataTransfer?.files ?? []);
			}}
		>
			<Context chatId={chat.id} draft={draft} />
			<div class="composer-row">
				<input
					ref={files}
					class="hidden"
					type="file"
					multiple
					tabIndex={-1}
					aria-label="Files to attach"
					onChange={({ currentTarget }) => {
						void attach([...(currentTarget.files ?? [])]);
						currentTarget.value = '';
					}}
				/>
				<button
					type="button"
					class="icon-button"
					aria-label="Attach a file"
					title="Attach a file"
					onClick={() => files.current?.click()}
				>
					<Clip />
				</button>
				{chat.isGroup && !draft.editing && <MentionPicker chat={chat} me={me} />}
				<div class="field">
					<textarea
						ref={field}
						id="composer-text"
						rows={1}
						aria-label={`Text as ${firstNameOf(me)}`}
						placeholder={`Text as ${firstNameOf(me)}`}
						value={draft.text}
						onInput={({ currentTarget }) => {
							change({ text: currentTarget.value });
							typing.touch();
						}}
						onBlur={() => typing.stop()}
						onPaste={({ clipboardData }) => {
							if (clipboardData?.files.length) void attach(clipboardData.files);
						}}
						onKeyDown={(event) => {
							if (event.key === 'Escape') clearDraft(chat.id);
							if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
							event.preventDefault();
							void send();
						}}
					/>
					{!isEmpty && (
						<button type="submit" class="send" aria-label="Send" title="Send">
							<Send />
						</button>
					)}
				</div>
				<VoiceNote send={(attachmentId) => voice(chat, me, attachmentId)} />
			</div>
		</form>
	);
}

/** The message that the text answers or replaces, and its attachments. */
function Context({ chatId, draft }: { chatId: string; draft: Draft }) {
	const about = draft.editing ?? draft.replyTo;
	const message = about ? messageById(about.messageId) : undefined;
	const part = about && message?.parts[about.partIndex];
	return (
		<>
			{about && (
				<p class="context">
					<b>{draft.editing ? 'Edit' : `Reply to ${message ? firstNameOf(message.from) : 'it'}`}</b>
					<span>{part ? partPreview(part) : ''}</span>
					<button
						type="button"
						class="icon-button"
						aria-label={draft.editing ? 'Do not edit' : 'Do not reply'}
						onClick={() =>
							changeDraft(chatId, {
								replyTo: null,
								editing: null,
								...(draft.editing ? { text: '' } : {}),
							})
						}
					>
						<Close />
					</button>
				</p>
			)}
			{draft.attached.length > 0 && (
				<ul class="attached" aria-label="Attached">
					{draft.attached.map(({ id, name, type, url }) => (
						<li key={id}>
							{type.startsWith('image/') ? <img src={url} alt={name} /> : <span>{name}</span>}
							<button
								type="button"
								class="icon-button"
								aria-label={`Take ${name} off`}
								onClick={() =>
									changeDraft(chatId, {
										attached: draft.attached.filter((file) => file.id !== id),
									})
								}
							>
								<Close />
							</button>
						</li>
					))}
				</ul>
			)}
		</>
	);
}

interface Received {
	dropped?: boolean;
	reason?: string;
}

async function receive(body: object): Promise<void> {
	const { dropped, reason } = await ask<Received>('POST', '/receive', body);
	if (dropped) throw new Problem(`The message was dropped: ${reason ?? 'the sender is blocked.'}`);
}

const text = (chat: ChatView, me: string, { text: value, attached, replyTo, mention }: Draft) =>
	receive({
		chat_id: chat.id,
		from: me,
		parts: [
			...attached.map(({ id }) => ({ type: 'media', attachment_id: id })),
			...(value.trim() === '' ? [] : [textPart(value.trim(), mention)]),
		],
		...(replyTo
			? { reply_to: { message_id: replyTo.messageId, part_index: replyTo.partIndex } }
			: {}),
	});

/** Whose name was taken out again is not mentioned. */
function textPart(value: string, mention: Draft['mention']) {
	const start = mention ? value.indexOf(mention.name) : -1;
	return {
		type: 'text',
		value,
		...(mention &&
			start >= 0 && {
				mention: mention.handle,
				mention_range: [start, start + mention.name.length],
			}),
	};
}

const voice = (chat: ChatView, me: string, attachmentId: string) =>
	receive({
		chat_id: chat.id,
		from: me,
		parts: [{ type: 'media', attachment_id: attachmentId }],
	});

const edit = ({ editing, text: value }: Draft) =>
	ask('POST', '/edit', {
		message_id: editing?.messageId,
		part_index: editing?.partIndex,
		text: value.trim(),
	});

/** As high as its text, up to a limit that the style sheet sets. */
function grow(field: HTMLTextAreaElement | null): void {
	if (!field) return;
	field.style.height = 'auto';
	field.style.height = `${field.scrollHeight}px`;
}
