import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';

/** The user's own folder for caches, as the operating system (or XDG_CACHE_HOME) has it. */
function userCacheFolder(): string {
	const { XDG_CACHE_HOME: xdg, LOCALAPPDATA: local } = process.env;
	// A relative XDG_CACHE_HOME is to be ignored, says the XDG Base Directory Specification.
	if (xdg !== undefined && isAbsolute(xdg)) return xdg;
	if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches');
	if (process.platform === 'win32' && local !== undefined && local !== '') return local;
	return join(homedir(), '.cache');
}

/** Where this project keeps what every clone of it can share. */
export const cacheFolder = (): string => join(userCacheFolder(), 'n8n-nodes-linqapp');
