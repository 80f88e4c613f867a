import { ApiError } from '../contract/errors.mts';
import type { Chat } from '../state/chats.mts';
import type { Line, LineKind } from '../state/lines.mts';
import type { World } from '../world.mts';

/** Which line writes to some recipients when the caller leaves the choice to Linq. */
export interface Pick {
	line: Line;
	/** The chat to go on with, if the line has one with them. */
	chat: Chat | undefined;
	reason: 'reused_active_chat' | 'new_best_number' | 'failover_flagged';
	/** The chat given up because its line cannot send any more. */
	abandoned: Chat | undefined;
}

/**
 * Picks a line: that of the most recently active chat if it can send, else another one
 * (contract/behaviour.md section 7, "Chat reuse").
 *
 * @param exclude lines not to pick for a new chat; they do not end a live one
 * @param kind only lines of this kind
 * @returns undefined where no line can send
 * @throws ApiError 400/1005 where all that could are excluded
 */
export function pickLine(
	world: World,
	to: readonly string[],
	exclude: readonly string[] = [],
	kind?: LineKind,
): Pick | undefined {
	const { chats } = world.state;
	const lines = world.state.lines.all().filter((line) => kind === undefined || line.kind === kind);
	const latest = lines
		.map((line) => ({ line, chat: chats.reusable(line.phoneNumber, to) }))
		.filter((entry): entry is { line: Line; chat: Chat } => entry.chat !== undefined)
		.sort((one, other) => other.chat.activity - one.chat.activity)[0];
	if (latest?.line.status === 'ACTIVE') {
		return { ...latest, reason: 'reused_active_chat', abandoned: undefined };
	}
	const able = lines.filter((entry) => entry.status === 'ACTIVE');
	const line = able.find((entry) => !exclude.includes(entry.phoneNumber));
	if (!line) {
		if (able.length === 0) return undefined;
		throw new ApiError('1005', 'exclude_from leaves no line to send from');
	}
	return {
		line,
		chat: chats.reusable(line.phoneNumber, to),
		reason: latest ? 'failover_flagged' : 'new_best_number',
		abandoned: latest?.chat,
	};
}
