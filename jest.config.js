const swc = [
	'@swc/jest',
	{ jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } },
];

// ES modules that openapi-backend requires and that the sandbox imports; Jest loads only CommonJS.
const esModules = [
	'@apidevtools/json-schema-ref-parser',
	'@borewit/text-codec',
	'@tokenizer/inflate',
	'file-type',
	'get-port',
	'strtok3',
	'token-types',
	'uint8array-extras',
].join('|');

/** Each layer of tests is a project of its own; docs/architecture.md says what each one catches. */
const layer = (displayName, more = {}) => ({
	displayName,
	testEnvironment: 'node',
	testMatch: [`<rootDir>/tests/${displayName}/**/*.test.mts`],
	setupFilesAfterEnv: ['<rootDir>/tests/support/everyTest.js'],
	moduleFileExtensions: ['mts', 'ts', 'js', 'cjs', 'json', 'node'],
	transform: { '^.+\\.m?ts$': swc, [`/(${esModules})/.+\\.js$`]: swc },
	transformIgnorePatterns: [`/node_modules/(?!(${esModules})/)`],
	...more,
});

const AUDIO = '<rootDir>/tests/support/audio/globalSetup.js';

module.exports = {
	maxWorkers: 2,
	testSequencer: '<rootDir>/tests/support/longestFirst.js',
	// Only against hanging for ever: a busy machine is no failure.
	testTimeout: 120_000,
	projects: [
		layer('nodes', { globalSetup: AUDIO }),
		layer('sandbox', { globalSetup: AUDIO }),
		layer('contract'),
		layer('package', { globalSetup: '<rootDir>/tests/support/globalSetup.js' }),
		layer('phone', { globalSetup: '<rootDir>/tests/phone/support/globalSetup.js' }),
		layer('e2e', { globalSetup: '<rootDir>/tests/support/e2eSetup.js' }),
	],
};
