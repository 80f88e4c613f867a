import type { Resource } from '../define';
import { chat } from './chat';
import { message } from './message';
import { participant } from './participant';
import { typing } from './typing';
import { voiceMemo } from './voiceMemo';

/** Every resource of the node, in the order of the selector. */
export const resources: Resource[] = [chat, message, participant, typing, voiceMemo];
