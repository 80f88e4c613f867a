/** Whose name it is, and who is in it (contract/openapi.yaml, Chat). */
interface NamedChat {
	display_name?: string | null;
	handles?: Array<{ handle: string }> | null;
}

/** The name that somebody gave a chat; undefined without one, where Linq lists the people in it. */
export function ownNameOf({ display_name: name, handles }: NamedChat): string | undefined {
	const rest = (handles ?? []).reduce(
		(left, { handle }) => left.replaceAll(handle, ''),
		name ?? '',
	);
	return /[^\s,&]/.test(rest) ? (name ?? undefined) : undefined;
}
