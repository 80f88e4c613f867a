// As in globalSetup.js: jest would have Node itself import a setup that ends in .mts.
module.exports = async () => {
	await require('./runtime.mts').default();
	await require('./audio/tools.mts').bringAudioTools();
	await require('../phone/support/chromium.mts').bringChromium();
};
