import type { IDataObject } from 'n8n-workflow';

import type { Envelope } from '../../shared/delivery/envelope';
import { simplify } from '../../shared/simplify/events';

/** The flat form of an event that the execution begins with, in whichever form the item has it. */
export const flatOf = (json: IDataObject): IDataObject =>
	typeof json.event_type === 'string' ? simplify(json as Envelope) : json;
