// Jest would have Node itself import a setup that ends in .mts, which Node 20 cannot; what this one
// requires goes through jest's transform.
module.exports = require('./runtime.mts').default;
