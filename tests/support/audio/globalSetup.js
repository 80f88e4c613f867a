// As in tests/support/globalSetup.js: jest would have Node itself import a setup that ends in .mts.
module.exports = require('./tools.mts').bringAudioTools;
