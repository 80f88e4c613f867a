const swc = [
	'@swc/jest',
	{ jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } },
];

// openapi-backend requires this ES module, which Jest can load only as CommonJS.
const esModule = '@apidevtools/json-schema-ref-parser';

/** Each layer of tests is a project of its own; docs/architecture.md says what each one catches. */
const layer = (displayName, more = {}) => ({
	displayName,
	testEnvironment: 'node',
	testMatch: [`<rootDir>/tests/${displayName}/**/*.test.mts`],
	moduleFileExtensions: ['mts', 'ts', 'js', 'cjs', 'json', 'node'],
	transform: { '^.+\\.m?ts$': swc, [`/${esModule}/.+\\.js$`]: swc },
	transformIgnorePatterns: [`/node_modules/(?!${esModule}/)`],
	...more,
});

module.exports = {
	maxWorkers: 2,
	testTimeout: 30_000,
	projects: [
		layer('nodes', { globalSetup: '<rootDir>/tests/support/audio/globalSetup.js' }),
		layer('sandbox'),
		layer('contract'),
		layer('package', { globalSetup: '<rootDir>/tests/support/globalSetup.js' }),
		layer('phone', { globalSetup: '<rootDir>/tests/phone/support/globalSetup.js' }),
		layer('e2e', { globalSetup: '<rootDir>/tests/support/globalSetup.js' }),
	],
};
