import { useSignal } from '@preact/signals';
import { useEffect, useLayoutEffect } from 'preact/hooks';
import type { ChatView } from '../../live/view.mts';
import { firstNameOf } from '../lib/store.mts';

/** The three dots while somebody else types. */
export function TypingDots({ chat, me, grew }: { chat: ChatView; me: string; grew: () => void }) {
	const now = useSignal(Date.now());
	const others = chat.typing.filter(({ handle, until }) => handle !== me && until > now.value);
	const next = Math.min(...others.map(({ until }) => until));
	useEffect(() => {
		now.value = Date.now();
	}, [chat.typing]);
	useEffect(() => {
		if (!Number.isFinite(next)) return;
		const timer = setTimeout(() => (now.value = Date.now()), next - Date.now());
		return () => clearTimeout(timer);
	}, [next]);
	useLayoutEffect(grew, [others.length > 0]);
	if (others.length === 0) return <div class="typing" role="status" />;
	return (
		<div class="typing" role="status">
			<span class="dots" aria-hidden="true">
				<i />
				<i />
				<i />
			</span>
			<span class="hidden">
				{others.map(({ handle }) => firstNameOf(handle)).join(', ')}{' '}
				{others.length === 1 ? 'is' : 'are'} typing
			</span>
		</div>
	);
}
