import { describe, expect, it } from 'vitest';
import { parseArticle } from '../../src/corpus/parse.ts';
import { loadLexicon } from '../../src/language/lexicon.ts';
import { projectFile } from '../../src/project.ts';
import { ArticleReader } from '../../src/statements/reading/reader.ts';

const reader = new ArticleReader(await loadLexicon(projectFile('corpus/lexicon')));

/** The word by which a German sentence is known as a report, or null. */
function subjunctiveOf(sentence: string): string | null {
  const text = `---\ntitle: Probe\ndate: 2025-03-18\nlanguage: de\noutlet: Probe\n---\n${sentence}\n`;
  const [read] = reader.read(parseArticle('a.md', new TextEncoder().encode(text))).sections.flat(2);
  const at = read?.mood.subjunctive ?? null;
  return at === null ? null : (read?.sentence.words[at]?.surface ?? null);
}

describe('Konjunktiv I', () => {
  it.each([
    ['Der Vertrag gelte ab sofort.', 'gelte'],
    ['Die Regierung prüfe den Vorschlag noch.', 'prüfe'],
    ['Man schraube derzeit an einer neuen Fassung.', 'schraube'],
    ['Er sagte, dass der Zug morgen komme.', 'komme'],
    ['Der Stopp der Angriffe auf die Anlagen wirke bereits.', 'wirke'],
    ['Zudem laufe die Frist bald ab.', 'laufe'],
    ['Die Truppen seien abgezogen.', 'seien'],
  ])('is seen in: %s', (sentence, word) => {
    expect(subjunctiveOf(sentence)).toBe(word);
  });

  it.each([
    'Die neue Regierung plant große Reformen.',
    'Heute Abend treffen sich alle zuständigen Minister.',
    'Das deutsche Team gewann ohne Mühe.',
    'Er sagte am Abend eine lange Rede ab.',
    'Sie hatte viele gute Ideen und wurde belohnt.',
    'Gott sei Dank regnete es nicht.',
    'Ich habe heute keine Zeit.',
    'Die Sache ging teilweise schief.',
  ])('is not seen in: %s', (sentence) => {
    expect(subjunctiveOf(sentence)).toBeNull();
  });
});
