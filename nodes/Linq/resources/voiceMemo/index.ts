import type { Resource } from '../../operation';
import { send } from './send';

export const voiceMemo: Resource = {
	name: 'Voice Memo',
	value: 'voiceMemo',
	description: 'Audio messages that play directly in the chat',
	operations: [send],
};
