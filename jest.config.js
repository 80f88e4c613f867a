/** Each layer of tests is a project of its own; docs/architecture.md says what each one catches. */
const layer = (displayName, more = {}) => ({
	displayName,
	testEnvironment: 'node',
	testMatch: [`<rootDir>/tests/${displayName}/**/*.test.mts`],
	moduleFileExtensions: ['mts', 'ts', 'js', 'cjs', 'json', 'node'],
	transform: {
		'^.+\\.m?ts$': [
			'@swc/jest',
			{ jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } },
		],
	},
	...more,
});

module.exports = {
	maxWorkers: 2,
	testTimeout: 30_000,
	projects: [
		layer('nodes'),
		layer('sandbox'),
		layer('contract'),
		layer('package', { globalSetup: '<rootDir>/tests/support/globalSetup.js' }),
		layer('e2e', { globalSetup: '<rootDir>/tests/support/globalSetup.js' }),
	],
};
