import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runRequest } from '../../src/answer/handlers.ts';
import type { Knowledge } from '../../src/answer/knowledge.ts';
import { type Answer, answerSchema, type Quotation } from '../../src/answer/schemas.ts';
import { corpora, knowledgeOf, markdown, questions } from './knowledge.ts';

const WAFFENRUHE = 'Trump und Putin haben sich nicht auf eine allgemeine Waffenruhe verständigt.';
const GEFANGENE = 'Am Mittwoch tauschen Russland und die Ukraine jeweils 175 Kriegsgefangene aus.';

const small = knowledgeOf({
  'gespraech.md': markdown(`${WAFFENRUHE}\n\n## Austausch\n\n${GEFANGENE} Das sagte Uschakow.`),
  'talks.md': markdown('The Kremlin said the attacks on energy sites would stop for 30 days.', {
    language: 'en',
    title: 'The call',
    outlet: 'Courier',
    date: '2025-04',
  }),
  'alt.txt': 'date 2024 Im Sommer trafen sich die Unterhändler in Genf. Sie sprachen über Getreide.',
});

function ask(knowledge: Knowledge, question: string, filter: Readonly<Record<string, string>> = {}): Answer {
  return answerSchema.parse(runRequest(knowledge, 'ask', { question, locale: 'de', ...filter }));
}

const all = (answer: Answer): Quotation[] => [...answer.quotations, ...answer.nearest];

describe('every quotation of an answer', () => {
  it('is the slice of its article that it names, with the marks inside, whatever the articles hold', () => {
    fc.assert(
      fc.property(corpora, questions, (files, question) => {
        const knowledge = knowledgeOf(files);
        for (const { ref, text, marks } of all(ask(knowledge, question))) {
          const article = knowledge.articles.get(ref.article);
          expect(ref.revision).toBe(article?.hash);
          expect(text).toBe(article?.text.slice(ref.start, ref.end));
          expect(text).not.toBe('');
          expect(text).toBe(text.trim());
          let end = ref.start;
          for (const mark of marks) {
            expect(mark.start).toBeGreaterThanOrEqual(end);
            expect(mark.end).toBeGreaterThan(mark.start);
            end = mark.end;
          }
          expect(end).toBeLessThanOrEqual(ref.end);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('holds whole sentences: it begins where one begins and ends where one ends', () => {
    fc.assert(
      fc.property(corpora, questions, (files, question) => {
        const knowledge = knowledgeOf(files);
        for (const { ref } of all(ask(knowledge, question))) {
          const sentences = [...(knowledge.articles.get(ref.article)?.sections ?? [])].flatMap(({ passages }) =>
            passages.flatMap((passage) => passage.sentences),
          );
          expect(sentences.map(({ start }) => start)).toContain(ref.start);
          expect(sentences.map(({ end }) => end)).toContain(ref.end);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('stands in an answer or beside it, never both, and an answer is never without one', () => {
    fc.assert(
      fc.property(corpora, questions, (files, question) => {
        const answer = ask(knowledgeOf(files), question);
        if (answer.status === 'answered') {
          expect(answer.quotations).not.toEqual([]);
          expect(answer.nearest).toEqual([]);
          expect(answer.evidence.score).toBeGreaterThanOrEqual(answer.evidence.threshold);
        } else {
          expect(answer.quotations).toEqual([]);
          expect(answer.more).toEqual([]);
        }
        const keys = [...all(answer).map(({ key }) => key), ...answer.more];
        expect(new Set(keys).size).toBe(keys.length);
      }),
      { numRuns: 60 },
    );
  });
});

describe('an answer', () => {
  it('quotes the sentence that answers, and tells where it stands', () => {
    const [first] = ask(small, 'Wie viele Kriegsgefangene werden ausgetauscht?').quotations;
    expect(first).toMatchObject({
      text: GEFANGENE,
      outlet: 'Bote',
      date: '2025-03-18',
      section: 'Austausch',
      paragraph: 1,
      language: 'de',
    });
    expect(first?.marks.map(({ start, end }) => small.articles.get('gespraech')?.text.slice(start, end))).toContain(
      'Kriegsgefangene',
    );
  });

  it('to a question in one language finds passages in the other', () => {
    const [first] = ask(small, 'Wie lange sollen die Angriffe auf Energieanlagen aufhören?').quotations;
    expect(first).toMatchObject({ language: 'en', title: 'The call' });
  });

  it('is in the language of the question', () => {
    expect(ask(small, 'Wie viele Kriegsgefangene werden ausgetauscht?').language).toBe('de');
    expect(ask(small, 'How many prisoners of war will be exchanged?').language).toBe('en');
  });

  it('is withheld where the articles do not answer, with the words that do not occur', () => {
    const answer = ask(small, 'Wie heißt die Hauptstadt von Australien?');
    expect(answer.status).toBe('abstained');
    expect(answer.missing).toContain('Australien');
    expect(answer.extent).toEqual({ articles: 3, newest: '2025-04' });
  });

  it('is not somebody of one side where somebody of another was asked for', () => {
    const talks = knowledgeOf({
      'riad.md': markdown('Die US-Delegation wurde in Riad von Marco Rubio geleitet. Auch die Ukraine war vertreten.'),
      'genf.md': markdown('In Genf ging es um Getreide, Häfen und die Ausfuhr von Dünger.'),
      'wien.md': markdown('In Wien verglichen Fachleute ihre Listen von Gefangenen.'),
    });
    expect(ask(talks, 'Wer leitete in Riad die US-Delegation?').status).toBe('answered');
    expect(ask(talks, 'Wer leitete in Riad die ukrainische Delegation?').status).toBe('abstained');
  });

  it('may be somebody whom the lexicon does not know', () => {
    const talks = knowledgeOf({
      'riad.md': markdown(
        'Die ukrainische Delegation wurde in Riad von Petra Quendlin geleitet, nicht von Marco Rubio.',
      ),
    });
    expect(ask(talks, 'Wer leitete in Riad die ukrainische Delegation?').status).toBe('answered');
  });

  it('is found by a word that is only associated with the one that was asked, where the articles lack that one', () => {
    const [first] = all(ask(small, 'Überfall?'));
    expect(first?.text).toContain('attacks on energy sites');
  });

  it.each(['', ' ', '👍👍', 'und der die das', '漢字漢字', '!!!', '@everyone', '\u200B'])(
    'is withheld for %j, in which there is nothing to look for',
    (question) => {
      expect(ask(small, question)).toMatchObject({ status: 'abstained', quotations: [] });
    },
  );

  it('never comes from outside of the period or the source that was asked for', () => {
    const filters = [
      { since: '2025-03' },
      { until: '2024' },
      { since: '2025-04', until: '2025-04' },
      { source: 'Bote' },
    ];
    fc.assert(
      fc.property(questions, fc.constantFrom(...filters), (question, filter) => {
        const articles = all(ask(small, question, filter)).map(({ ref }) => ref.article);
        const allowed: Readonly<Record<string, readonly string[]>> = {
          '{"since":"2025-03"}': ['gespraech', 'talks'],
          '{"until":"2024"}': ['alt'],
          '{"since":"2025-04","until":"2025-04"}': ['talks'],
          '{"source":"Bote"}': ['gespraech'],
        };
        for (const article of articles) expect(allowed[JSON.stringify(filter)]).toContain(article);
      }),
    );
  });
});

describe('a filter', () => {
  const question = 'Wie viele Kriegsgefangene werden ausgetauscht?';
  const statusWith = (filter: Readonly<Record<string, string>>): string => ask(small, question, filter).status;

  it.each(['2025', '2025-03', '2025-03-18', '18.3.2025', '18. März 2025', '18 March 2025', 'March 2025', ' 2025 ', ''])(
    'since %j is understood',
    (since) => {
      expect(statusWith({ since })).toBe('answered');
    },
  );

  it.each(['2025-03-19', '2025-04', '2026'])('since %j leaves an older article out', (since) => {
    expect(statusWith({ since })).toBe('abstained');
  });

  it.each(['2025', '2025-03', '2025-03-18', '18.3.2025'])('until %j includes the period it names', (until) => {
    expect(statusWith({ until })).toBe('answered');
  });

  it.each(['2024', '2025-02', '2025-03-17'])('until %j leaves a younger article out', (until) => {
    expect(statusWith({ until })).toBe('abstained');
  });

  it.each(['Bote', 'bote', 'BOTE ', 'gespraech', 'Probe'])('source %j is understood', (source) => {
    expect(statusWith({ source })).toBe('answered');
  });

  it.each(['gestern', '2025-13', '2025-02-31', '31.2.2025', '32.3.2025', '18.3.', 'x', '2025-3'])(
    'since %j is refused',
    (since) => {
      expect(() => ask(small, question, { since })).toThrow(
        expect.objectContaining({ id: 'option.invalid-date', facts: { option: 'since', value: since } }),
      );
    },
  );

  it('whose end is before its beginning is refused', () => {
    expect(() => ask(small, question, { since: '2025-04', until: '2025-03-31' })).toThrow(
      expect.objectContaining({ id: 'option.date-order' }),
    );
    expect(() => ask(small, question, { since: '2025-03-18', until: '2025' })).not.toThrow();
  });

  it('for a source that is none is refused', () => {
    expect(() => ask(small, question, { source: 'Nirgends' })).toThrow(
      expect.objectContaining({ id: 'option.unknown-source', facts: { value: 'Nirgends' } }),
    );
  });
});

describe('sources for what someone wrote', () => {
  const sources = (text: string): Answer => answerSchema.parse(runRequest(small, 'sources', { text, locale: 'de' }));

  it('are passages that bear on it, though they do not answer anything', () => {
    const answer = sources('Ich habe gehört, dass Kriegsgefangene ausgetauscht werden. Stimmt das denn wirklich?');
    expect(answer).toMatchObject({ purpose: 'sources', status: 'answered' });
    expect(answer.quotations[0]?.text).toContain('Kriegsgefangene');
  });

  it('are none for small talk', () => {
    expect(sources('Guten Morgen zusammen, schönes Wetter heute')).toMatchObject({ status: 'abstained' });
  });

  it('are looked for up to a whole word where the text is long: none of its halves is said to be missing', () => {
    const letters = 'bcdfghjklmnpqrstvwxz';
    const text = Array.from(letters, (a) => Array.from(letters, (b) => `q${a}x${b}wzj`).join(' ')).join(' ');
    const { missing } = sources(text);
    expect(missing.length).toBeGreaterThan(100);
    for (const word of missing) expect(text.split(' ')).toContain(word);
  });
});
