import { corpusFiles, marked, readCorpus, updateCorpus } from './corpus.mts';

if (process.env.UPDATE_CORPUS) corpusFiles.forEach(updateCorpus);

describe.each(corpusFiles)('%s', (file) => {
	test.each(readCorpus(file).map((entry) => [entry.name, entry] as const))('%s', (_, entry) => {
		expect(marked(entry.markdown)).toBe(entry.message);
	});
});
