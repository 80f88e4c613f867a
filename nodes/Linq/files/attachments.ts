import type { Attachment } from '../../shared/files/download';
import { attachmentShape } from '../../shared/files/download';
import type { ItemAtWork } from '../operation';

/** Asks Linq for an attachment, in the turn of an item. @throws what `ask` throws */
export async function getAttachment(item: ItemAtWork, id: string): Promise<Attachment> {
	const url = `/v3/attachments/${encodeURIComponent(id)}`;
	return await item.ask({ method: 'GET', url }, attachmentShape);
}
