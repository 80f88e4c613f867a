import { locator, seeded } from '../../linq.mts';
import type { Samples } from './shape.mts';
import { sendOnce } from '../../sendOnce.mts';

const chatId = locator(seeded.chatWithAva);
const group = locator(seeded.group);

export const chat: Samples = {
	'chat.get': () => [{ chatId }, { chatId: group }],
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
		{ chatId: group, updateFields: { iconBinaryField: 'data' } },
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
		{ chatId, kind: 'photo', imageSource: 'url', imageUrl: 'https://example.com/b.jpg' },
		{ chatId, kind: 'photo', imageSource: 'binary', imageBinaryField: 'data' },
	],
	'background.remove': () => [{ chatId }],
	'location.get': () => [{ chatId }],
	// Ava shares hers already.
	'location.request': () => [{ chatId: locator(seeded.chatWithBen) }],
	'location.stopSharing': () => [{ chatId, handle: seeded.ava }],
	'poll.create': () => [
		{
			chatId,
			pollChoices: { choice: [{ text: 'Tacos' }, { text: 'Sushi' }] },
			options: sendOnce('exactKey', 'lunch'),
		},
	],
	'poll.addChoices': ({ pollId }) => [
		{ messageId: pollId, newChoices: { choice: [{ text: 'Saturday' }] } },
	],
	'poll.get': ({ pollId }) => [{ messageId: pollId }],
	'poll.removeVote': ({ pollId, votedId }) => [{ messageId: pollId, choiceId: votedId }],
	'poll.vote': ({ pollId, optionId }) => [{ messageId: pollId, choiceId: optionId }],
};
