import { locator, seeded } from '../../linq.mts';
import type { Samples } from './shape.mts';

const chatId = locator(seeded.chatWithAva);
const group = locator(seeded.group);

export const chat: Samples = {
	'chat.get': () => [{ chatId }],
	'chat.getAll': () => [
		{ returnAll: true },
		{ filters: { from: locator(seeded.line, 'phone'), to: seeded.ava } },
	],
	'chat.leave': () => [{ chatId: group }],
	'chat.markAsRead': () => [{ chatId }],
	'chat.shareContactCard': () => [{ chatId }],
	'chat.update': () => [
		{
			chatId: group,
			updateFields: { displayName: 'Tasting', groupChatIcon: 'https://example.com/i.png' },
		},
	],
	'participant.add': () => [{ chatId: group, handle: '+12025550178' }],
	'participant.remove': () => [{ chatId: group, handle: seeded.ben }],
	'typing.start': () => [{ chatId }],
	'typing.stop': () => [{ chatId }],
	'background.set': () => [
		{ chatId, kind: 'color', color: 'ice' },
		{ chatId, kind: 'color', color: 'custom', topColor: '#112233', bottomColor: '#445566' },
		{ chatId, kind: 'dynamic', style: 'sky', skyVariant: 'dawn' },
		{ chatId, kind: 'dynamic', style: 'water', waterVariant: 'dark' },
		{ chatId, kind: 'dynamic', style: 'aurora', auroraVariant: 'pink' },
		{ chatId, kind: 'photo', imageUrl: 'https://example.com/b.jpg' },
	],
	'background.remove': () => [{ chatId }],
	'location.get': () => [{ chatId }],
	// Ava shares hers already.
	'location.request': () => [{ chatId: locator(seeded.chatWithBen) }],
	'location.stopSharing': () => [{ chatId, handle: seeded.ava }],
	'poll.create': () => [
		{
			chatId,
			pollOptions: { option: [{ text: 'Tacos' }, { text: 'Sushi' }] },
			options: { idempotencyKey: 'lunch' },
		},
	],
	'poll.addOptions': ({ pollId }) => [
		{ messageId: pollId, pollOptions: { option: [{ text: 'Saturday' }] } },
	],
	'poll.get': ({ pollId }) => [{ messageId: pollId }],
	'poll.removeVote': ({ pollId, votedId }) => [{ messageId: pollId, optionId: votedId }],
	'poll.vote': ({ pollId, optionId }) => [{ messageId: pollId, optionId }],
};
