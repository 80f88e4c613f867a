import { ERROR_CODES } from '../../nodes/shared/errors/codes.ts';

/** Topics of the codes, by thousand (contract/behaviour.md, section 3). */
const GROUPS: Record<number, string> = {
	1: 'Values in the request',
	2: 'Account, chat or recipient',
	3: 'Failures at Linq',
	4: 'Delivery and availability',
	5: 'Files',
};

const INTRODUCTION = [
	'# Troubleshooting',
	'<!-- Made by `npm run troubleshooting` from nodes/shared/errors/codes.ts. tests/contract/troubleshooting.test.mts fails when it is out of date. -->',
	'An error of the Linq node ends with Linq’s code, e.g. “(Linq error 2024)”. Its details say what to do, quote Linq, and give the trace ID, by which Linq finds the request. Items of Linq Trigger about failures have the same code in `error_code`. This page lists the codes.',
	'If Linq Trigger receives nothing, see [Linq Trigger](trigger.md#if-nothing-arrives). For voice memos and files, see [Files and voice](files-and-voice.md); for refused phone numbers, see [Phone numbers](numbers.md).',
];

/**
 * docs/troubleshooting.md: every code that the nodes explain, under its own heading, in the words
 * that the user reads in n8n.
 *
 * @param codes by number, as in nodes/shared/errors/codes.ts
 * @throws Error for a code of a thousand that has no title here
 */
export function troubleshootingPage(codes: typeof ERROR_CODES = ERROR_CODES): string {
	const thousands = [...new Set(Object.keys(codes).map(thousandOf))];
	const parts = thousands.flatMap((thousand) => [
		`## ${titleOf(thousand)}`,
		...Object.entries(codes)
			.filter(([code]) => thousandOf(code) === thousand)
			.map(([code, { message, hint }]) => `### ${code}\n\n**${message}.** ${hint}`),
	]);
	return `${[...INTRODUCTION, ...parts].join('\n\n')}\n`;
}

const thousandOf = (code: string) => Math.floor(Number(code) / 1000);

function titleOf(thousand: number): string {
	const title = GROUPS[thousand];
	if (title === undefined) throw new Error(`Codes of ${thousand}000 need a title.`);
	return title;
}
