/** A file that Linq has (contract/openapi.yaml, CreateAttachmentResponse), and what it is. */
export interface Uploaded {
	attachment_id: string;
	download_url: string;
	filename: string;
	content_type: string;
	size_bytes: number;
}
