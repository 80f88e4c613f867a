// Lint for what is not published: sandbox, scripts, tests and benches. They are .mts files, which
// n8n's rules for published code (eslint.config.mjs, not to be changed in strict mode) do not read.
import js from '@eslint/js';
import tseslint from 'typescript-eslint';

export default tseslint.config({
	files: ['{sandbox,scripts,tests,bench}/**/*.mts'],
	extends: [js.configs.recommended, tseslint.configs.recommendedTypeChecked],
	languageOptions: {
		parserOptions: { project: './tsconfig.tools.json', tsconfigRootDir: import.meta.dirname },
	},
	rules: {
		'@typescript-eslint/no-non-null-assertion': 'error',
		'@typescript-eslint/consistent-type-imports': 'error',
		'@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
		'no-console': 'error',
	},
});
