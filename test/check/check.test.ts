import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { reportOf } from '../../src/check/report.ts';
import {
  ARTICLES,
  check,
  checkAgainst,
  ENGLISH,
  EVENT,
  edited,
  FACTS,
  factsWith,
  findings,
  folderOf,
  GERMAN,
  STATEMENT,
} from './corpus.ts';

describe('a sound corpus', () => {
  it('gives no finding', async () => {
    expect(await findings()).toEqual([]);
  });

  it('is counted: statements by their confidence, covered or not', async () => {
    const { coverage } = await check(ARTICLES, factsWith({ id: 'x#1', seed_fact: 1, confidence: 'low' }));
    expect(coverage).toEqual({
      'high+medium': { covered: 2, all: 2 },
      low: { covered: 0, all: 1 },
      seed: { covered: 1, all: 1 },
    });
  });
});

describe('the form of the articles', () => {
  it('an article that cannot be read is found with its line and reason', async () => {
    expect(await findings(edited(GERMAN, 'language: de', 'language: xx'))).toContainEqual(
      expect.stringMatching(`^${GERMAN}:4: error: The article was refused: The field “language” should hold`),
    );
  });

  it.each([
    ['another event', ENGLISH, `event: ${EVENT}`, 'event: paris-2030-02-14', `${ENGLISH}:6`, 'paris-2030-02-14.en.md'],
    ['another language', GERMAN, 'language: de', 'language: en', `${GERMAN}:6`, ENGLISH],
  ])('a file that is named for %s than it holds is found', async (_, file, from, to, place, expected) => {
    expect(await findings(edited(file, from, to))).toContainEqual(
      expect.stringContaining(`${place}: error: The file's name is not that of its event and language, ${expected}.`),
    );
  });

  it('an event with an article in one language only is found', async () => {
    expect(await findings({ [GERMAN]: ARTICLES[GERMAN] ?? '' })).toEqual([
      expect.stringMatching(`^${ENGLISH}: error: The event has articles only in the other language: ${GERMAN}`),
    ]);
  });

  it('two articles on one event of different dates are found', async () => {
    const articles = edited(ENGLISH, 'date: 2030-02-14', 'date: 2030-02');
    expect(await findings(articles)).toEqual([
      expect.stringMatching(`^${ENGLISH}:3: error: The date 2030-02 is not that of ${GERMAN}, 2030-02-14`),
      expect.stringMatching(`^${ENGLISH}:3: error: The date 2030-02 is not that of the event, 2030-02-14`),
    ]);
  });

  it('an article without an event or a source is found', async () => {
    const text = `---\ntitle: T\ndate: 2030\nlanguage: de\noutlet: O\n---\n${'Wort '.repeat(200)}\n`;
    expect(await findings({ ...ARTICLES, 'a.md': text })).toEqual([
      expect.stringMatching('^a.md:1: error: The article has no “event”'),
      expect.stringMatching('^a.md:1: error: The article names no source'),
    ]);
  });

  it.each([
    [', date: 2030-02-15 }', ' }', 'date'],
    [", url: 'https://bote.example/a', date: 2030-02-15 }", ' }', 'url and date'],
  ])('a source without %s is found', async (from, to, lacking) => {
    expect(await findings(edited(GERMAN, from, to))).toContainEqual(
      expect.stringMatching(`^${GERMAN}:8: error: The source “Bote” has no ${lacking}\\.`),
    );
  });

  it('an article of a few words is an error, a short or long one a warning', async () => {
    const head = (ARTICLES[GERMAN] ?? '').split('---\n').slice(0, 2).join('---\n');
    const long = (words: number): string => `${head}---\n${'Wort '.repeat(words)}\n`;
    const about = async (words: number) =>
      (await findings({ ...ARTICLES, [GERMAN]: long(words) })).filter((line) => line.includes(' words'));
    expect(await about(39)).toEqual([expect.stringContaining('error: The article is nearly empty: 39 words.')]);
    expect(await about(40)).toEqual([expect.stringContaining('warning: The article has 40 words')]);
    expect(await about(100)).toEqual([]);
    expect(await about(450)).toEqual([]);
    expect(await about(451)).toEqual([expect.stringContaining('warning: The article has 451 words')]);
  });
});

describe('repetition', () => {
  const SENTENCE = 'Er habe Selenskyjs\nZustimmung, teilte Washington später mit.';
  const repeating = (sentence: string) => edited(ENGLISH, 'A pause', `A pause\n\n${sentence}`);

  it('a sentence that stands in two articles is found, whatever its case, marks and line ends', async () => {
    expect(await findings(repeating('Er habe  SELENSKYJS Zustimmung: teilte Washington später mit!'))).toEqual([
      expect.stringMatching(`^${ENGLISH}:20: error: The sentence stands in ${GERMAN}:20 too`),
    ]);
    expect(await findings(repeating(SENTENCE.replace('später', 'danach')))).toEqual([]);
  });

  it('a sentence that stands twice in one article is found', async () => {
    expect(await findings(edited(GERMAN, SENTENCE, `${SENTENCE} ${SENTENCE}`))).toEqual([
      expect.stringMatching(`^${GERMAN}:21: error: The sentence stands in ${GERMAN}:20 too`),
    ]);
  });

  it('a sentence of four words may stand in two places', async () => {
    const four = repeating('Rubio then left Vienna.');
    expect(await findings({ ...four, [GERMAN]: `${four[GERMAN]}\nRubio then left Vienna.\n` })).toEqual([]);
    const five = repeating('Rubio then left Vienna alone.');
    expect(await findings({ ...five, [GERMAN]: `${five[GERMAN]}\nRubio then left Vienna alone.\n` })).toHaveLength(1);
  });

  it('nine own words in a row are a warning between two articles of one language, names and offices aside', async () => {
    const other = (ARTICLES[ENGLISH] ?? '').replace(/\n---\n[\s\S]*/, '\n---\n').replaceAll('2030-02-14', '2031');
    const copied = (sentence: string) =>
      findings({ ...ARTICLES, 'vienna-2031.en.md': `${other}${sentence}` }).then((lines) =>
        lines.filter((line) => line.includes('A run of')),
      );
    const nine = 'Nobody knew whether Vance had given his consent and that more talks would be held.';
    expect(await copied(nine)).toEqual([
      expect.stringMatching(/warning: A run of 9 words .*“had given his consent and that more talks would”/),
    ]);
    expect(await copied(nine.replace('would', 'could'))).toEqual([]);
    expect(await copied(nine.replace('given', 'given Rubio'))).toHaveLength(1);
    // An article may repeat itself, as far as no sentence of it stands twice.
    const again = nine.replaceAll('that', 'such').replace('would', 'could');
    expect(await copied(`${again} ${again.replace('Nobody', 'Everybody')}`)).toEqual([]);
  });
});

describe('what the facts say', () => {
  it.each([
    ['a number', GERMAN, '1.200', '1.300', '#1 (high) lacks the number “1,200”'],
    ['a number in the other language’s form', GERMAN, '1.200', '1,200', 'lacks the number “1,200”'],
    ['a length of time', ENGLISH, '72 hours', '73 hours', '#2 (medium) lacks the number “three days”'],
    ['a day of two', ENGLISH, '20 and 21 February', '21 February', 'lacks the date “20 and”'],
    ['a month', GERMAN, 'den März', 'das Frühjahr', 'lacks the date “March”'],
    ['a person', GERMAN, 'Selenskyjs', 'seine', 'lacks the name “Zelensky”'],
    ['an army', ENGLISH, 'army', 'capital', 'lacks the name “Ukrainian army”'],
  ])('an article that lacks %s of a statement is found', async (_, file, from, to, lacking) => {
    expect(await findings(edited(file, from, to))).toContainEqual(expect.stringContaining(lacking));
  });

  it('a state is named by its government and its capital too', async () => {
    const articles = edited(ENGLISH, 'the US delegation, and', 'one delegation, and');
    expect(await findings(articles)).toEqual([]);
    const none = (articles[ENGLISH] ?? '').replace('the White House', 'he');
    expect(await findings({ ...articles, [ENGLISH]: none })).toEqual([
      expect.stringContaining('#1 (high) lacks the name “US”'),
      expect.stringContaining('#2 (medium) lacks the name “White House”'),
    ]);
  });

  it('the day of the front matter counts as said, another one does not', async () => {
    const articles = edited(ENGLISH, 'on 14 February 2030', 'in winter');
    expect(await findings(articles)).toEqual([]);
    expect(await findings(articles, factsWith({ text: 'Said on 13 February.' }))).toHaveLength(2);
  });

  it('what only the title or a heading says is not said, as it cannot be quoted', async () => {
    const articles = edited(GERMAN, 'title: Treffen in Wien', 'title: 555 Treffen in Wien');
    const shown = edited(ENGLISH, '## A pause', '## 555 and a pause')[ENGLISH] ?? '';
    expect(await findings({ ...articles, [ENGLISH]: shown }, factsWith({ text: 'Counted 555.' }))).toHaveLength(2);
  });

  it('of a statement of low confidence nothing is required, but all of one in the first article', async () => {
    const statement = { text: 'Counted 777 drones.', confidence: 'low' };
    expect(await findings(ARTICLES, factsWith(statement))).toEqual([]);
    expect(await findings(ARTICLES, factsWith({ ...statement, seed_fact: 3 }))).toHaveLength(2);
  });

  it.each([
    ['a participant', [{ name: 'Keith Kellogg', role: 'US envoy' }], 'lacks the name “Keith Kellogg”'],
    ['a member of a group', [{ name: 'US delegation', role: 'officials incl. Kellogg' }], 'lacks the name “Kellogg”'],
  ])('an article that does not name %s is found', async (_, participants, lacking) => {
    const events = FACTS.events.map((event) => ({ ...event, participants }));
    expect(await findings(ARTICLES, { ...FACTS, events })).toEqual([
      expect.stringMatching(`^${GERMAN}: error: .*${lacking}`),
      expect.stringMatching(`^${ENGLISH}: error: .*${lacking}`),
    ]);
  });

  it('a participant whom the lexicon does not know is found, as nothing can tell whether articles name them', async () => {
    const events = FACTS.events.map((event) => ({ ...event, participants: [{ name: 'Qwert Zuiop', role: 'aide' }] }));
    expect(await findings(ARTICLES, { ...FACTS, events })).toEqual([
      expect.stringMatching('^facts.yaml: error: The lexicon does not know “Qwert Zuiop”'),
    ]);
  });

  it('an event without an article is found with its statements', async () => {
    const events = [...FACTS.events, { id: 'oslo-2030', date: '2030', participants: [], statements: [STATEMENT] }];
    expect(await findings(ARTICLES, { ...FACTS, events })).toEqual([
      expect.stringMatching(`^oslo-2030.de.md: error: The event has no article, and so 1 statement none: ${EVENT}#1`),
    ]);
  });

  it('an article on an event of which the facts say nothing is found', async () => {
    expect(await findings(ARTICLES, { ...FACTS, events: [] })).toEqual([
      expect.stringMatching(`^${GERMAN}:6: error: The facts hold no statement on the event “${EVENT}”`),
      expect.stringMatching(`^${ENGLISH}:6: error: The facts hold no statement on the event “${EVENT}”`),
    ]);
  });

  it('an article may have the date of the first or of the last day of its event, and no other', async () => {
    const lasting = (date: string, end_date: string) => ({
      ...FACTS,
      events: FACTS.events.map((event) => ({ ...event, date, end_date })),
    });
    expect(await findings(ARTICLES, lasting('2030-02-13', '2030-02-14'))).toEqual([]);
    expect(await findings(ARTICLES, lasting('2030-02-14', '2030-02-15'))).toEqual([]);
    expect(await findings(ARTICLES, lasting('2030-02-13', '2030-02-15'))).toContainEqual(
      expect.stringMatching(
        `^${GERMAN}:3: error: The date 2030-02-14 is not that of the event, 2030-02-13 to 2030-02-15`,
      ),
    );
  });
});

describe('sources', () => {
  it('a source that the facts do not have is found', async () => {
    expect(await findings(edited(GERMAN, 'https://bote.example/a', 'https://bote.example/b'))).toEqual([
      expect.stringMatching(`^${GERMAN}:8: error: The source https://bote.example/b is none of the facts' sources`),
      expect.stringMatching(`^${GERMAN}:7: error: No source of ${EVENT}#1 is named: https://bote.example/a`),
      expect.stringMatching(`^${GERMAN}:7: error: No source of ${EVENT}#2 is named: https://bote.example/a`),
    ]);
  });

  it('a source whose outlet or date is not that of the facts is found', async () => {
    expect(await findings(edited(GERMAN, 'date: 2030-02-15 }', 'date: 2030-02 }'))).toEqual([
      expect.stringContaining('is Bote, 2030-02-15 in the facts, not Bote, 2030-02.'),
    ]);
    expect(await findings(edited(GERMAN, 'outlet: Bote', 'outlet: Boot'))).toHaveLength(1);
  });

  it('one source of a statement is enough, and one without an address cannot be named', async () => {
    const known = {
      paper: { url: 'archive/1.txt', outlet: 'Paper', date: '2030' },
      other: { url: 'https://other.example', outlet: 'Other', date: '2030' },
    };
    const facts = (sources: readonly string[]) => {
      const { events } = factsWith({ sources });
      return { events, sources: { ...FACTS.sources, ...known } };
    };
    expect(await findings(ARTICLES, facts(['other', 'bote']))).toEqual([]);
    expect(await findings(ARTICLES, facts(['paper']))).toEqual([]);
    expect(await findings(ARTICLES, facts(['paper', 'other']))).toHaveLength(2);
  });

  it('a source that a statement names and the facts do not list is found', async () => {
    expect(await findings(ARTICLES, factsWith({ sources: ['bote', 'nobody'] }))).toEqual([
      expect.stringMatching(`^facts.yaml: error: ${EVENT}#1 names the source “nobody”`),
    ]);
  });
});

describe('the file of facts', () => {
  it('is found with the line where it is not YAML, and the articles are checked all the same', async () => {
    expect(await findings({ [GERMAN]: ARTICLES[GERMAN] ?? '' }, 'sources: {}\nevents: [')).toEqual([
      expect.stringMatching(`^${ENGLISH}: error`),
      expect.stringMatching('^facts.yaml:2: error: This is not YAML'),
    ]);
  });

  it('is found with the field that is not as it should be', async () => {
    expect(await findings(ARTICLES, factsWith({ confidence: 'sure' }))).toEqual([
      expect.stringMatching('^facts.yaml: error: “events.0.statements.3.confidence” is not what facts hold'),
    ]);
  });

  it('may be missing unless it was named: then the articles are checked all the same, and the report says so', async () => {
    const path = join(await folderOf({}), 'facts.yaml');
    const faulty = edited(GERMAN, ', date: 2030-02-15 }', ' }');
    const result = await checkAgainst({ path, mayBeMissing: true }, faulty);
    expect(result.findings).toHaveLength(1);
    expect(reportOf(result, dirname(path))).toContain('\nThe facts were not checked: there is no facts.yaml.');
    expect(reportOf(await check(), dirname(path))).not.toContain('not checked');
    await expect(checkAgainst({ path, mayBeMissing: false })).rejects.toMatchObject({ id: 'corpus.unreadable' });
  });

  it('may hold more than is used', async () => {
    expect(await findings(ARTICLES, { ...factsWith({ note: 'x', status: 'agreed' }), meta: {} })).toEqual([]);
  });
});
