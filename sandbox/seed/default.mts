import type { SeedFile } from './shape.mts';

const AVA = '+12025550111';
const BEN = '+12025550112';
const CLEO = '+12025550113';
const LINE = '+12025550100';
const SECOND_LINE = '+12025550101';

/** Ids that examples can name: they end in the number given here. */
const id = (group: string, number: number): string =>
	`${group}-0000-4000-8000-${String(number).padStart(12, '0')}`;
const lineId = (number: number): string => id('11111111', number);
const chatId = (number: number): string => id('22222222', number);
const messageId = (number: number): string => id('33333333', number);

/** Two lines, three contacts, a direct chat with each, and a group. */
export const defaultSeed: SeedFile = {
	lines: [
		{ id: lineId(1), phone_number: LINE },
		{ id: lineId(2), phone_number: SECOND_LINE },
	],
	contacts: [
		{ handle: AVA, name: 'Ava Stone' },
		{ handle: BEN, name: 'Ben Ruiz' },
		{ handle: CLEO, name: 'Cleo Tran', services: ['SMS'] },
	],
	chats: [
		{
			id: chatId(1),
			line: LINE,
			with: [AVA],
			messages: [
				{ id: messageId(1), from: AVA, text: 'Hi, is my order on its way?', minutes_ago: 60 },
				{ id: messageId(2), text: 'It left this morning and arrives today.', minutes_ago: 58 },
				{ id: messageId(3), from: AVA, text: 'Great, thank you!', minutes_ago: 57 },
			],
		},
		{
			id: chatId(2),
			line: LINE,
			with: [BEN],
			messages: [
				{ id: messageId(4), text: 'Your table is booked for 7 pm.', minutes_ago: 40 },
				{ id: messageId(5), from: BEN, text: 'Can we make it 8?', minutes_ago: 35 },
			],
		},
		{
			id: chatId(3),
			line: SECOND_LINE,
			with: [CLEO],
			messages: [
				{ id: messageId(6), from: CLEO, text: 'Do you open on Sundays?', minutes_ago: 30 },
			],
		},
		{
			id: chatId(4),
			line: LINE,
			with: [AVA, BEN, '+12025550114'],
			messages: [
				{ id: messageId(7), text: 'Welcome to the tasting group!', minutes_ago: 20 },
				{ id: messageId(8), from: BEN, text: 'Looking forward to it.', minutes_ago: 18 },
			],
		},
	],
};
