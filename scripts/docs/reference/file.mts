import type { Resource } from '../../../nodes/Linq/operation.ts';
import { anchorOf } from './markdown.mts';

/** Stands at the top of each page. */
export const MADE =
	'<!-- Made by `npm run reference` from the descriptions of the nodes. tests/contract/reference.test.mts fails when it is out of date. -->';

/** `phone-number.md`, below docs/reference/. */
export const fileOf = ({ name }: Pick<Resource, 'name'>): string => `${anchorOf(name)}.md`;
