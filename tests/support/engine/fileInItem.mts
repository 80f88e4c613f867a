import type { IBinaryData } from 'n8n-workflow';

/** A file that n8n keeps in the item itself. */
export const inItem = (bytes: Buffer, fileName: string, mimeType: string): IBinaryData => ({
	data: bytes.toString('base64'),
	fileName,
	mimeType,
});
