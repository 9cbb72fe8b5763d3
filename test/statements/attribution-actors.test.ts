import { describe, expect, it } from 'vitest';
import { parseArticle } from '../../src/corpus/parse.ts';
import type { Language } from '../../src/language/language.ts';
import { loadLexicon } from '../../src/language/lexicon.ts';
import { projectFile } from '../../src/project.ts';
import { Attributor } from '../../src/statements/attribution/attribution.ts';
import { judge, readGold } from './gold.ts';

const attributor = new Attributor(await loadLexicon(projectFile('corpus/lexicon')));

/** Source and actor of the last sentence of a text, by id, joined with `+`. */
function last(language: Language, body: string): { readonly source: string; readonly actor: string } {
  const front = `---\ntitle: Probe\ndate: 2025-03-18\nlanguage: ${language}\noutlet: Probe\n---\n`;
  const article = parseArticle('a.md', new TextEncoder().encode(`${front}${body}\n`));
  const { source = [], actor = [] } = [...attributor.attribute(article).values()].at(-1) ?? {};
  const ids = (speakers: typeof source): string => speakers.map(({ id }) => id).join('+');
  return { source: ids(source), actor: ids(actor) };
}

/** Reached at the first run after the rules: 29 and 25 of 30. */
const FLOORS = { source: 28, actor: 25 } as const;

describe('the actor of a sentence', () => {
  it('is told as in the gold set actors, on subjects that no list was made for', () => {
    const verdicts = judge(readGold('actors'), (article) => attributor.attribute(article));
    const misses = verdicts.filter(({ actorRight }) => !actorRight).map(({ gold }) => gold.text);
    expect(verdicts.filter(({ sourceRight }) => sourceRight).length).toBeGreaterThanOrEqual(FLOORS.source);
    expect(verdicts.length - misses.length, misses.join('\n')).toBeGreaterThanOrEqual(FLOORS.actor);
  });

  it.each<[string, Language, string, string, string]>([
    ['does what a message tells', 'de', 'Merz sagte, Putin habe eine Pause abgelehnt.', 'merz', 'putin'],
    ['does what a message tells', 'en', 'Umerov said Moscow had rejected it.', 'umerov', 'kremlin'],
    ['are all who stand together', 'de', 'Trump, Macron und Merz einigten sich.', '', 'trump+macron+merz'],
    [
      'are all who stand together',
      'en',
      'Turkey, Qatar, and Poland agreed to help, Rubio said.',
      'rubio',
      'turkey+qatar+poland',
    ],
    ['is the agent of a passive', 'de', 'Der Plan wurde von Putin abgelehnt.', 'putin', 'putin'],
    ['is the agent of a passive', 'en', 'The raid was ordered by Putin, Rubio said.', 'rubio', 'putin'],
    ['is nobody to whom a demand is made', 'de', 'Von Kiew wurde verlangt, den Plan anzunehmen.', '', ''],
    ['is the speaker where no other act is told', 'en', 'The talks went well, Rubio said.', 'rubio', 'rubio'],
    ['is nobody where the article tells of no act', 'de', 'Die Gespräche dauerten vier Stunden.', '', ''],
    [
      'is not who acts in a relative clause',
      'en',
      'Rubio said the plan, which Kyiv rejects, is dead.',
      'rubio',
      'rubio',
    ],
    ['frames what stands before it', 'en', 'Kyiv must accept the plan, Putin demanded.', 'putin', 'putin'],
    ['frames what stands before it', 'de', 'Kiew müsse den Plan annehmen, forderte Putin.', 'putin', 'putin'],
  ])('%s (%s): %s', (_rule, language, text, source, actor) => {
    expect(last(language, text)).toEqual({ source, actor });
  });

  it('are the two named together before, where both sides do it', () => {
    const text = 'Russia and Ukraine agreed to a swap. Rubio was there. The sides agreed to more, Rubio said.';
    expect(last('en', text)).toEqual({ source: 'rubio', actor: 'russia+ukraine' });
    const other =
      'Russia and Ukraine agreed to a swap. Poland and Qatar agreed to pay. Rubio came. He left. It rained.';
    expect(last('en', `${other} The sides agreed to more, Rubio said.`).actor).toBe('phrase:side');
  });
});

describe('the source of a sentence', () => {
  it('is who issued the text that is spoken of again, unless several have issued one', () => {
    const text = 'According to the letter by Poland and France, the road is open.';
    const again = 'It rained. A bridge fell. Snow came. The letter said that trains would run.';
    expect(last('en', `${text} ${again}`).source).toBe('poland+france');
    const other = 'According to the letter by Turkey, it is closed.';
    expect(last('en', `${text} ${other} ${again}`).source).toBe('phrase:letter');
  });

  it.each<[string, Language, string, string]>([
    ['is the medium that reports an act', 'en', 'Ukraine rejects the plan, Reuters reported.', 'reuters'],
    ['is the medium that reports an act', 'de', 'Kiew lehnte den Plan ab, wie AFP berichtete.', 'afp'],
    ['is a medium, not the country in its name', 'en', 'France 24 reported delays.', 'france-24'],
    ['is a medium, not the country in its name', 'en', 'According to Radio Poland, it rained.', 'phrase:radio-poland'],
    ['are both who speak', 'de', 'Sowohl Rubio als auch Lawrow sagten, es sei gut.', 'rubio+lavrov'],
    ['are both who speak', 'en', 'Rubio and his envoy, Steve Witkoff, said it was good.', 'rubio+witkoff'],
    [
      'are those whom a group consists of',
      'en',
      "Kyiv's allies, Poland and France, said it was good.",
      'poland+france',
    ],
    ['are both who issue a text', 'en', 'In a joint statement with France, Poland said it was over.', 'poland+france'],
    ['is a text without an issuer', 'de', 'Laut dem Entwurf bleibt die Armee groß.', 'phrase:entwurf'],
    ['is nobody for a noun that looks like a subjunctive', 'de', 'Ende der Woche reist Witkoff ab.', ''],
  ])('%s (%s): %s', (_rule, language, text, source) => {
    expect(last(language, text).source).toBe(source);
  });
});
