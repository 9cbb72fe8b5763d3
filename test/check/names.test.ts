import { describe, expect, it } from 'vitest';
import { NameReader } from '../../src/check/names.ts';
import { loadLexicon } from '../../src/language/lexicon.ts';
import { projectFile } from '../../src/project.ts';

const names = new NameReader(await loadLexicon(projectFile('corpus/lexicon')));

/** Whether a German or English text names whom an English phrase names. */
const isNamed = (phrase: string, text: string, language: 'de' | 'en'): boolean => {
  const said = names.named(text, language);
  const mentions = names.mentions(phrase, 'en');
  expect(mentions).not.toEqual([]);
  return mentions.every(({ keys }) => keys.some((key) => said.has(key)));
};

describe('names', () => {
  it.each([
    ['Zelensky', 'Selenskyjs Antwort'],
    ['Lavrov', 'Außenminister Lawrow'],
    ['Kremlin', 'aus Moskau'],
    ['Moscow', 'ein Kremlsprecher'],
    ['Russia', 'der russische Präsident'],
    ['US', 'das Weiße Haus'],
    ['White House', 'US-Regierung'],
    ['Ukraine', 'Ukrainegespräche'],
    ['European leaders', 'europäische Länder'],
    ['Black Sea', 'auf dem Schwarzen Meer'],
  ])('%s is named in “%s”', (phrase, text) => {
    expect(isNamed(phrase, text, 'de')).toBe(true);
  });

  it.each([
    ['Lavrov', 'der russische Außenminister'],
    ['Ukraine', 'Moskau und Washington'],
    ['US Treasury', 'das US-Außenministerium'],
    ['Rosneft', 'das russische Lukoil'],
    ['Russian defence ministry', 'Russland'],
    ['Minsk', 'die Ukraine'],
  ])('%s is not named in “%s”', (phrase, text) => {
    expect(isNamed(phrase, text, 'de')).toBe(false);
  });

  it('of names within names the longest is meant', () => {
    const text = 'The Kyiv Independent on the Russian defence ministry';
    expect(names.mentions(text, 'en').map(({ start, end, kind }) => [text.slice(start, end), kind])).toEqual([
      ['Kyiv Independent', 'medium'],
      ['Russian defence ministry', 'institution'],
    ]);
  });

  it('a text that is nothing but an acronym names it', () => {
    expect(isNamed('US', 'the US', 'en')).toBe(true);
    expect(names.mentions('tell us', 'en')).toEqual([]);
  });
});
