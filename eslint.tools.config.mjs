// Lint for what is not published: sandbox, scripts, tests and benches. They are .mts files, which
// n8n's rules for published code (eslint.config.mjs, not to be changed in strict mode) do not read.
import js from '@eslint/js';
import tseslint from 'typescript-eslint';

const PAGE = 'sandbox/phone/**/*.{mts,tsx}';

const checked = (files, ignores, project) => ({
	files: [files],
	ignores,
	extends: [js.configs.recommended, tseslint.configs.recommendedTypeChecked],
	languageOptions: { parserOptions: { project, tsconfigRootDir: import.meta.dirname } },
	rules: {
		'@typescript-eslint/no-non-null-assertion': 'error',
		'@typescript-eslint/consistent-type-imports': 'error',
		'@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
		'no-console': 'error',
	},
});

export default tseslint.config(
	checked('{sandbox,scripts,tests,bench}/**/*.mts', [PAGE], './tsconfig.tools.json'),
	checked(PAGE, [], './sandbox/phone/tsconfig.json'),
);
