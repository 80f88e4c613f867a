const { execFile } = require('node:child_process');
const { rm } = require('node:fs/promises');
const { promisify } = require('node:util');
const { dest, parallel, series, src } = require('gulp');

/** An emptied dist/, so that a file removed from the sources never gets published. */
const clean = () => rm('dist', { recursive: true, force: true });

const compile = async () => {
	try {
		await promisify(execFile)(process.execPath, [require.resolve('typescript/bin/tsc'), '-p', '.']);
	} catch (error) {
		throw new Error(error.stdout || error.message, { cause: error });
	}
};

/** Icons, node metadata (codex) and output schemas, which tsc does not copy. */
const assets = () =>
	src(['icons/*.svg', 'nodes/**/*.json'], { base: '.', encoding: false }).pipe(dest('dist'));

exports.build = series(clean, parallel(compile, assets));
