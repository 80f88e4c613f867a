import { cloneDeep, has, set } from 'lodash';

import { InvalidInput } from '../../shared/errors/invalidInput';
import type { BuildBody } from '../operation';
import { readBinaryFile } from './binaryFile';
import type { FileUse } from './fileUse';

/** The value that n8n returns for a field that is hidden or was not added. */
const ABSENT = 'absent';

/**
 * Puts a file of the node before into the body, where its field is shown.
 *
 * @param place in the body, e.g. `image_url`
 * @param field path of the parameter that names the file, e.g. `updateFields.imageBinaryField`
 * @param label of what the file is, e.g. `Image`
 */
export const fileInto =
	(place: string, field: string, label: string, use: FileUse): BuildBody =>
	(context, body) => {
		const value: unknown = context.getNodeParameter(field, ABSENT);
		if (value === ABSENT) return body;
		if (has(body, place)) {
			throw new InvalidInput(
				`${label} is there twice: as a URL and as a file`,
				'Remove one of the two.',
			);
		}
		return set(cloneDeep(body), place, readBinaryFile(value, label, use));
	};

/** One step after the other. */
export const inOrder =
	(...steps: BuildBody[]): BuildBody =>
	(context, body, settings) =>
		steps.reduce((built, step) => step(context, built, settings), body);
