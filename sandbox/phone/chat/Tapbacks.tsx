import type { MessageView } from '../../live/view.mts';
import type { Reaction } from '../../wire.mts';
import { ask, attempt } from '../lib/act.mts';
import { nameOf } from '../lib/store.mts';
import { isStored } from '../lib/storage.mts';
import { reactionLabel } from '../lib/tapbacks.mts';
import { reactionBody } from './Actions.tsx';
import { ReactionGlyph } from './ReactionGlyph.tsx';

interface Props {
	message: MessageView;
	partIndex: number;
	reactions: readonly Reaction[];
	me: string;
}

/** Reactions to a bubble: tapbacks at its corner, stickers on it. Your own can be removed. */
export function Tapbacks({ message, partIndex, reactions, me }: Props) {
	if (reactions.length === 0) return null;
	const tapbacks = reactions.filter(({ type }) => type !== 'sticker');
	const stickers = reactions.filter(({ type }) => type === 'sticker');
	const takeOff = (reaction: Reaction) =>
		void attempt(() => ask('POST', '/unreact', reactionBody(message, partIndex, me, reaction)));
	return (
		<>
			{tapbacks.length > 0 && (
				<ul class="tapbacks" aria-label="Reactions">
					{tapbacks.map((reaction) => {
						const own = reaction.handle.handle === me;
						const text = `${reactionLabel(reaction)} from ${own ? 'you' : nameOf(reaction.handle.handle)}`;
						const glyph = <ReactionGlyph type={reaction.type} emoji={reaction.custom_emoji} />;
						return (
							<li key={reaction.id} title={text}>
								{own ? (
									<button
										type="button"
										class="tapback own"
										aria-label={`${text}. Take it off`}
										onClick={() => takeOff(reaction)}
									>
										{glyph}
									</button>
								) : (
									<span class="tapback">
										{glyph}
										<span class="hidden">{text}</span>
									</span>
								)}
							</li>
						);
					})}
				</ul>
			)}
			{stickers.map((reaction, index) => (
				<Sticker key={reaction.id} reaction={reaction} place={index % 3} />
			))}
		</>
	);
}

function Sticker({ reaction, place }: { reaction: Reaction; place: number }) {
	const url = reaction.sticker?.url ?? '';
	const emoji = /\/emoji\/([^/]+)\.png$/.exec(url)?.[1];
	const name = `Sticker from ${nameOf(reaction.handle.handle)}`;
	return (
		<span class={`sticker place-${place}`} title={name}>
			{emoji === undefined && isStored(url) ? (
				<img src={url} alt={name} />
			) : (
				<span role="img" aria-label={name}>
					{emoji === undefined ? '🏷️' : decodeURIComponent(emoji)}
				</span>
			)}
		</span>
	);
}
