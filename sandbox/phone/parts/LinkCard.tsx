import { Link } from '../Icons.tsx';

interface Props {
	url: string;
	title?: string;
	kind?: string;
}

/** A rich link. The page itself is not fetched, so the card says what the address says. */
export function LinkCard({ url, title, kind }: Props) {
	const { host, words } = read(url);
	return (
		<a class="card" href={url} target="_blank" rel="noopener noreferrer">
			<span class="card-art" aria-hidden="true">
				<Link />
			</span>
			<span class="card-text">
				<b>{title ?? words}</b>
				<small>{kind === undefined ? host : `${kind} · ${host}`}</small>
			</span>
		</a>
	);
}

function read(url: string): { host: string; words: string } {
	try {
		const { hostname, pathname } = new URL(url);
		const host = hostname.replace(/^www\./, '');
		const slug = decodeURIComponent(pathname.split('/').filter(Boolean).at(-1) ?? '')
			.replace(/\.\w+$/, '')
			.replace(/[-_]+/g, ' ');
		return { host, words: slug === '' ? host : slug.charAt(0).toUpperCase() + slug.slice(1) };
	} catch {
		return { host: url, words: url };
	}
}
