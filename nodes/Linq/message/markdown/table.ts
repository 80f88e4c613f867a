import { StyledText } from './styledText';

/** Longest row that stands on one line, about as wide as a message is on a phone. */
const PHONE_WIDTH = 32;

/** Longest first cell that reads as the name of what the second one says. */
const NAME_WIDTH = 24;

const WIDE =
	/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/g;

/**
 * The lines that a table comes to; a phone has no room for columns.
 *
 * - Two columns: `Monday: 9 to 6`, below `Day · Hours`.
 * - Rows that fit on a line: `Monday · 9 · 6`, below a header of the same form.
 * - Others: a paragraph a row with a line a cell, `Price: $10`.
 *
 * @param header names of the columns; they can be empty
 */
export function layOutTable(header: StyledText[], rows: StyledText[][]): StyledText[] {
	const table = [header, ...rows];
	if (header.length <= 2 && table.every((row) => widthOf(row.slice(0, 1)) <= NAME_WIDTH)) {
		return inLines(header, rows, asPair);
	}
	const isNarrow = header[0]?.text !== '' && table.every((row) => widthOf(row) <= PHONE_WIDTH);
	if (isNarrow || rows.length === 0) {
		return inLines(header, rows.map(withDashes), (row) => join(row, ' · '));
	}
	const isEmpty = header.map((_, column) => rows.every((row) => !row[column]?.text));
	return rows.flatMap((row, index) => [
		...(index > 0 ? [new StyledText()] : []),
		...record(header, withoutGaps(row, isEmpty)),
	]);
}

function inLines(
	header: StyledText[],
	rows: StyledText[][],
	lineOf: (row: StyledText[]) => StyledText,
): StyledText[] {
	const names = header.some(({ text }) => text !== '') ? [bold(join(header, ' · '))] : [];
	return [...names, ...rows.map(lineOf)];
}

/** An empty cell would move the others to wrong columns. */
const withDashes = (row: StyledText[]): StyledText[] =>
	row.map((cell) => (cell.text === '' ? plain('–') : cell));

/** A dash in each column that is empty in all rows: without a cell, its name would be lost. */
const withoutGaps = (row: StyledText[], isEmpty: boolean[]): StyledText[] => [
	...isEmpty.map((empty, column) => (empty ? plain('–') : (row[column] ?? new StyledText()))),
	...row.slice(isEmpty.length),
];

function plain(text: string): StyledText {
	const styled = new StyledText();
	styled.write(text);
	return styled;
}

/** `Price: $10`; a column of numbers gives `#1`. */
function asPair([name = new StyledText(), ...others]: StyledText[]): StyledText {
	const separator = name.text === '#' ? '' : name.text.endsWith(':') ? ' ' : ': ';
	return join([name, join(others, ' · ')], separator);
}

/** The first cell says what the row is about. */
function record(header: StyledText[], row: StyledText[]): StyledText[] {
	const lines = row.map((cell, index) =>
		cell.text === '' ? cell : asPair([header[index] ?? new StyledText(), cell]),
	);
	const [title = new StyledText(), ...others] = lines;
	return [bold(title), ...others].filter(({ text }) => text !== '');
}

/** Empty ones are left out. */
function join(texts: StyledText[], separator: string): StyledText {
	const joined = new StyledText();
	for (const text of texts) {
		if (text.text === '') continue;
		if (joined.text !== '') joined.write(separator);
		joined.append(text);
	}
	return joined;
}

function bold(text: StyledText): StyledText {
	const line = new StyledText();
	line.begin('bold');
	line.append(text);
	line.end('bold');
	return line;
}

/** In Latin letters. */
function widthOf(row: StyledText[]): number {
	const text = row.map((cell) => cell.text).join(' · ');
	return text.length + (text.match(WIDE)?.length ?? 0);
}
