import { join } from 'node:path';

/** The repository's root. */
export const projectFolder = join(import.meta.dirname, '..');

/** The npm name, which is also the prefix of the node types in n8n. */
export const packageName = 'n8n-nodes-linqapp';
