import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseArticle } from '../../src/corpus/parse.ts';
import { loadLexicon } from '../../src/language/lexicon.ts';
import { projectFile } from '../../src/project.ts';
import { Attributor } from '../../src/statements/attribution/attribution.ts';
import { corpora } from '../answer/knowledge.ts';

const attributor = new Attributor(await loadLexicon(projectFile('corpus/lexicon')));
const articleOf = (file: string, text: string) => parseArticle(file, new TextEncoder().encode(text));

describe('the attribution of any article', () => {
  it('is one for each sentence, names a source only in its voice, and marks words of the article', () => {
    fc.assert(
      fc.property(corpora, (files) => {
        for (const [file, text] of Object.entries(files)) {
          const article = articleOf(file, text);
          const attributions = attributor.attribute(article);
          const passages = article.sections.flatMap((section) => section.passages);
          const starts = passages.flatMap(({ sentences }) => sentences.map(({ start }) => start));
          expect([...attributions.keys()]).toEqual(starts);
          for (const { voice, source, form, cue } of attributions.values()) {
            expect(source.length > 0).toBe(voice === 'source');
            if (voice === 'article') expect([form, cue]).toEqual(['none', null]);
            else expect(form).not.toBe('none');
            const isInside = cue === null || passages.some(({ start, end }) => start <= cue.start && cue.end <= end);
            expect(isInside).toBe(true);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('takes time in proportion to its length, whatever it consists of', () => {
    const rows = ['„Nein. ', "'a ", 'Er sagte ', 'Der Kreml und ', 'X, ', '("'];
    for (const row of rows) {
      const article = articleOf('a.txt', `Anfang. ${row.repeat(20_000)}`);
      const start = performance.now();
      attributor.attribute(article);
      expect(performance.now() - start, row).toBeLessThan(MOST_MILLISECONDS);
    }
  });
});

/** Far above what 20,000 words take on one slow core, far below what the square of them would. */
const MOST_MILLISECONDS = 5_000;
