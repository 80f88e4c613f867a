import { ApiError } from '../contract/errors.mts';
import { downloadUrl } from '../messaging/media.mts';
import { newTraceId } from '../random.mts';
import type { Attachment } from '../state/attachments.mts';
import type { World } from '../world.mts';
import { NO_CONTENT, operation, type Operation } from './operation.mts';

/** How long an upload URL is good for (contract/behaviour.md section 9). */
const UPLOAD_MS = 15 * 60_000;

interface CreateAttachmentRequest {
	filename: string;
	content_type: string;
	size_bytes: number;
}

/** `/v3/attachments`: ask for an upload, look at a file, delete it. */
export const attachments: Record<string, Operation> = {
	requestUpload: operation<CreateAttachmentRequest>(({ body }, world) => {
		const uploadExpires = world.now() + UPLOAD_MS;
		const file = world.state.attachments.add({
			filename: body.filename,
			contentType: body.content_type,
			sizeBytes: body.size_bytes,
			createdAt: world.isoNow(),
			uploadExpires,
			signature: newTraceId(),
		});
		return {
			status: 200,
			body: {
				attachment_id: file.id,
				upload_url: `${world.settings.storageUrl}/upload/${file.id}?X-Amz-Expires=900&X-Amz-Signature=${file.signature}`,
				download_url: downloadUrl(world, file),
				http_method: 'PUT',
				expires_at: new Date(uploadExpires).toISOString(),
				required_headers: {
					'Content-Type': file.contentType,
					'Content-Length': String(file.sizeBytes),
				},
			},
		};
	}),

	getAttachment: operation(({ params }, world) => {
		const file = attachmentById(world, params.attachmentId);
		return {
			status: 200,
			body: {
				id: file.id,
				filename: file.filename,
				content_type: file.contentType,
				size_bytes: file.sizeBytes,
				status: file.bytes ? 'complete' : 'pending',
				...(file.bytes ? { download_url: downloadUrl(world, file) } : {}),
				created_at: file.createdAt,
			},
		};
	}),

	deleteAttachment: operation(({ params }, world) => {
		world.state.attachments.delete(attachmentById(world, params.attachmentId).id);
		return NO_CONTENT;
	}),
};

function attachmentById(world: World, id: string | undefined): Attachment {
	const file = world.state.attachments.byId(id ?? '');
	if (!file) throw new ApiError('2003');
	return file;
}
