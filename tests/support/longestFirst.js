const { default: Sequencer } = require('@jest/test-sequencer');

/** Layers whose files take the longest, whatever their size. */
const LONG = ['e2e', 'phone', 'package'];

const rank = ({ context }) => {
	const { name } = context.config.displayName;
	return LONG.includes(name) ? LONG.indexOf(name) : LONG.length;
};

/**
 * Starts the longest files first, so that no worker is left with one at the end. Where the last run is
 * not known, as in CI, jest goes by size alone, which would leave short files about n8n for last.
 */
module.exports = class extends Sequencer {
	sort(tests) {
		const sorted = super.sort(tests);
		const areTimed = sorted.every((test) => this.time(test) !== undefined);
		return areTimed ? sorted : sorted.sort((one, other) => rank(one) - rank(other));
	}
};
