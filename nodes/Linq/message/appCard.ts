import type { IDataObject } from 'n8n-workflow';

import { InvalidInput } from '../../shared/errors/invalidInput';
import { readBinaryFile } from '../files/binaryFile';
import { CARD_IMAGE } from '../files/fileUse';

/** A card as the fields of fields/appCard.ts collect it. */
export interface AppCardInput {
	app?: { app?: { bundleId?: string; appName?: string; teamId?: string; appStoreId?: number } };
	layout?: Record<string, string> & { imageBinaryField?: unknown };
	cardUrl?: string;
	fallbackText?: string;
	interactive?: boolean;
}

const CAPTIONS = ['caption', 'subcaption', 'trailing_caption', 'trailing_subcaption'];

/** The longest URLs that a card takes (contract/openapi.yaml, IMessageAppPart). */
const MAX_HTTPS_URL = 2_048;
const MAX_DATA_URL = 16_384;

/**
 * @param place where the card is, to begin errors with: empty or `Part 2: `
 * @returns the app in Linq's form (contract/openapi.yaml, AppCardApp)
 * @throws InvalidInput when it is incomplete
 */
export function readApp({ app }: AppCardInput, place = ''): IDataObject {
	const { bundleId = '', appName = '', teamId = '', appStoreId } = app?.app ?? {};
	if (bundleId === '' || bundleId.includes(':')) {
		throw new InvalidInput(
			`${place}App: Bundle ID is ${bundleId === '' ? 'empty' : 'not valid'}`,
			'Enter the bundle ID of the Messages extension, without a colon.',
		);
	}
	if (appName === '') {
		throw new InvalidInput(`${place}App: App Name is empty`, 'Enter the name of the app.');
	}
	if (!/^[A-Z0-9]{10}$/.test(teamId)) {
		throw new InvalidInput(
			`${place}App: Team ID is not valid: "${teamId}"`,
			'An Apple team ID has ten capital letters and digits.',
		);
	}
	return {
		bundle_id: bundleId,
		name: appName,
		team_id: teamId,
		...(appStoreId ? { app_store_id: appStoreId } : {}),
	};
}

/** @throws InvalidInput when the layout shows nothing, or has a title for an image that is not there */
export function readLayout({ layout = {} }: AppCardInput, place = ''): IDataObject {
	const { imageBinaryField: file, ...texts } = layout;
	const filled: IDataObject = Object.fromEntries(
		Object.entries(texts).filter(([, text]) => text !== ''),
	);
	if (file !== undefined) {
		if (filled.image_url) {
			throw new InvalidInput(
				`${place}Layout: the image is there twice: as a URL and as a file`,
				'Remove one of the two.',
			);
		}
		filled.image_url = readBinaryFile(file, `${place}Layout: Image`, CARD_IMAGE) as never;
	}
	if (!filled.image_url && !CAPTIONS.some((caption) => filled[caption])) {
		throw new InvalidInput(
			`${place}Layout is empty`,
			'Fill in at least one of the captions, or add an image.',
		);
	}
	if (!filled.image_url && (filled.image_title || filled.image_subtitle)) {
		throw new InvalidInput(
			`${place}Layout: the image is missing`,
			'Image title and subtitle are shown on the image: add it, as a URL or as a file.',
		);
	}
	return filled;
}

/** @throws InvalidInput when the URL is of another kind, or too long */
function readCardUrl(value: unknown, field: string): string {
	const url = String(value ?? '').trim();
	const longest = /^data:/i.test(url) ? MAX_DATA_URL : MAX_HTTPS_URL;
	if (/^(https:\/\/|data:)/i.test(url) && url.length <= longest) return url;
	throw new InvalidInput(
		`${field} must be an https or data URL of at most ${longest} characters`,
		'Enter the address to open on tap, e.g. https://example.com/order/42.',
	);
}

/** The other fields of a card, besides app and layout, as far as they are filled in. */
export function readCardExtras(
	{ cardUrl, fallbackText, interactive }: AppCardInput,
	place = '',
): IDataObject {
	return {
		...(cardUrl ? { url: readCardUrl(cardUrl, `${place}Card URL`) } : {}),
		...(fallbackText ? { fallback_text: fallbackText } : {}),
		...(interactive === false ? { interactive } : {}),
	};
}
