// As in tests/support/globalSetup.js: jest would have Node itself import a setup that ends in .mts.
module.exports = async () => {
	await require('./chromium.mts').bringChromium();
	await require('../../support/audio/tools.mts').bringAudioTools();
	await require('../../support/runtime.mts').default();
};
