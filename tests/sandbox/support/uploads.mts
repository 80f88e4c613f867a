import { request } from 'undici';
import type { Lab } from './lab.mts';

/** Linq's answer to the announcement of an upload. */
export interface Upload {
	attachment_id: string;
	upload_url: string;
	download_url: string;
	required_headers: Record<string, string>;
}

/** The declaration of a file. */
export interface Declared {
	filename: string;
	content_type: string;
	size_bytes: number;
}

export const announce = async (lab: Lab, body: Declared): Promise<Upload> =>
	(await lab.client.api<Upload>('POST', '/v3/attachments', { body })).body;

export interface PutAnswer {
	status: number;
	headers: Record<string, string | string[] | undefined>;
	text: string;
}

/** Puts bytes to an upload URL, with the required headers and perhaps others. */
export async function put(
	{ upload_url: url, required_headers: required }: Upload,
	body: Buffer,
	headers: Record<string, string> = {},
): Promise<PutAnswer> {
	const type = { 'content-type': required['Content-Type'] ?? '' };
	const answer = await request(url, { method: 'PUT', body, headers: { ...type, ...headers } });
	return {
		status: answer.statusCode,
		headers: answer.headers,
		text: await answer.body.text(),
	};
}

/** Uploads a file as a client does. */
export async function store(
	lab: Lab,
	bytes: Buffer,
	filename: string,
	content_type: string,
): Promise<Upload> {
	const upload = await announce(lab, { filename, content_type, size_bytes: bytes.length });
	const { status, text } = await put(upload, bytes);
	if (status !== 200) throw new Error(`The upload was refused: ${text}`);
	return upload;
}

/** A file as `GET /sandbox/files` shows it. */
export interface FileState {
	attachment_id: string;
	filename: string;
	content_type: string;
	size_bytes: number;
	uploaded: boolean;
	type: string | null;
	accepted: boolean | null;
	duration_ms: number | null;
}

export const filesOf = async (lab: Lab): Promise<FileState[]> =>
	(await lab.client.control<{ files: FileState[] }>('GET', '/files')).body.files;
