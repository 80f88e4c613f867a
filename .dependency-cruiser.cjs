/** What may import what in the published code; docs/architecture.md says why. */
module.exports = {
	forbidden: [
		{
			name: 'no-circles',
			comment: 'A file that is reached from itself cannot be read on its own. Types count too.',
			severity: 'error',
			from: {},
			to: { circular: true },
		},
		{
			name: 'shared-imports-neither-node',
			severity: 'error',
			from: { path: '^nodes/shared/' },
			to: { path: '^nodes/(Linq|LinqTrigger)/' },
		},
		{
			name: 'nodes-do-not-import-each-other',
			severity: 'error',
			from: { path: '^nodes/(Linq|LinqTrigger)/' },
			to: { path: '^nodes/(Linq|LinqTrigger)/', pathNot: '^nodes/$1/' },
		},
		{
			name: 'only-what-n8n-supplies',
			comment: 'The published package has no dependencies of its own.',
			severity: 'error',
			from: { path: '^(nodes|credentials)/' },
			to: {
				dependencyTypesNot: ['local', 'core', 'type-only'],
				pathNot: '^node_modules/(n8n-workflow|zod|lodash|luxon)/',
			},
		},
	],
	options: {
		doNotFollow: { path: 'node_modules' },
		tsPreCompilationDeps: true,
		tsConfig: { fileName: 'tsconfig.json' },
	},
};
