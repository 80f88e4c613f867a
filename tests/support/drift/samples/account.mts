import { locator, seeded } from '../../linq.mts';
import { BLOCKED } from '../furniture.mts';
import type { Samples } from './shape.mts';

const line = locator(seeded.line, 'phone');

export const account: Samples = {
	'attachment.createUpload': () => [
		{ fileName: 'photo.png', contentType: 'image/png', sizeBytes: 3 },
	],
	'attachment.upload': () => [
		{
			uploadBinaryField: 'data',
			options: { fileName: 'Sunset.png', mimeType: 'image/png' },
		},
	],
	'attachment.download': ({ imageId, expiredUrl, fileMessageId }) => [
		{ fileId: imageId, outputBinaryField: 'photo', options: { maxDownloadSize: 5 } },
		{ downloadBy: 'messageId', fileMessageId, mediaFieldPrefix: 'file_' },
		{ downloadBy: 'url', fileUrl: expiredUrl, fileIdOfUrl: imageId },
	],
	'attachment.get': ({ imageId }) => [{ attachmentId: imageId }],
	'attachment.delete': ({ imageId }) => [{ attachmentId: imageId }],
	'blockedHandle.block': () => [{ handle: seeded.cleo, options: { reason: 'Spam' } }],
	'blockedHandle.getAll': () => [{ returnAll: true }],
	'blockedHandle.unblock': () => [{ handle: BLOCKED }],
	'capability.checkIMessage': () => [{ address: seeded.ava, options: { from: line } }],
	'capability.checkRcs': () => [{ address: seeded.ava, options: { from: line } }],
	'contactCard.create': () => [
		{
			line: locator(seeded.secondLine, 'phone'),
			firstName: 'Shop',
			additionalFields: { lastName: 'Ltd', imageUrl: 'https://example.com/l.png' },
		},
	],
	'contactCard.getAll': () => [{ returnAll: true }, { filters: { line } }],
	'contactCard.update': () => [
		{
			line,
			updateFields: {
				firstName: 'Shop',
				lastName: 'Ltd',
				imageUrl: 'https://example.com/l.png',
			},
		},
		{ line, updateFields: { imageBinaryField: 'data' } },
	],
	'experience.get': () => [{ experience: 'agentcard' }],
	'experience.getAll': () => [{ returnAll: true }],
	'phoneNumber.getAll': () => [{ returnAll: true }],
	'phoneNumber.getAvailable': () => [
		{ options: { to: seeded.ava, excludeFrom: seeded.secondLine, lineType: 'iMessage' } },
	],
	'phoneNumber.getReputationAudit': ({ auditId }) => [{ phoneNumber: line, auditId }],
	'phoneNumber.startReputationAudit': () => [{ phoneNumber: locator(seeded.secondLine, 'phone') }],
	'phoneNumber.update': ({ lineId }) => [
		{ phoneNumberId: locator(lineId), forwardingNumber: '+12025550190' },
	],
	'webhookEvent.getAll': () => [{}],
	'webhookSubscription.create': () => [
		{
			targetUrl: 'https://example.com/linq?version=2026-02-03',
			events: ['message.received'],
			options: { lines: seeded.line, routingIdHeader: 'X-Chat', routingKeyHeader: 'X-Worker' },
		},
	],
	'webhookSubscription.delete': ({ subscriptionId }) => [{ subscriptionId }],
	'webhookSubscription.get': ({ subscriptionId }) => [{ subscriptionId }],
	'webhookSubscription.getAll': () => [{ returnAll: true }],
	'webhookSubscription.update': ({ subscriptionId }) => [
		{
			subscriptionId,
			updateFields: {
				active: false,
				events: ['message.sent'],
				lines: seeded.line,
				routingIdHeader: 'X-Chat',
				routingKeyHeader: 'X-Worker',
				targetUrl: 'https://example.com/other',
			},
		},
		{ subscriptionId, updateFields: { active: true, routingIdHeader: '', routingKeyHeader: '' } },
	],
};
