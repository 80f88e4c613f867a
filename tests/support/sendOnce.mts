/**
 * The option Send Only Once, as the editor saves it, for the options of a node.
 *
 * @param key for the modes that have one
 */
export const sendOnce = (mode: 'execution' | 'key' | 'exactKey' | 'always', key = '') => ({
	sendOnce: { rule: { mode, key } },
});
