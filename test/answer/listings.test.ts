import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runRequest } from '../../src/answer/handlers.ts';
import { CONDITION_STATUSES, type Listing, listingSchema, TERM_STATUSES } from '../../src/answer/listing-schemas.ts';
import { choicesSchema } from '../../src/answer/schemas.ts';
import { TALKS } from '../support/talks.ts';
import { corpora, knowledgeOf, markdown } from './knowledge.ts';
import { allTexts, list, talks, textsIn } from './listings.ts';

const statusesIn = ({ groups }: Listing): (string | null)[] =>
  groups.flatMap(({ lines }) => lines.map(({ quotation }) => quotation.statement));
const eventsIn = ({ groups }: Listing): (string | null)[] =>
  groups.flatMap(({ lines }) => lines.map(({ quotation }) => quotation.event ?? quotation.ref.article));

describe('every line of a listing', () => {
  it('is a quotation that is the slice of its article that it names, with the marks inside, whatever the articles hold', () => {
    fc.assert(
      fc.property(corpora, fc.constantFrom('de', 'en'), (files, locale) => {
        const knowledge = knowledgeOf(files);
        const [first] = knowledge.events;
        const listings = [
          list('terms', { locale }, knowledge),
          list('conditions', { locale }, knowledge),
          list('participants', { locale, event: first?.id }, knowledge),
        ];
        for (const { quotation } of listings.flatMap(({ groups }) => groups.flatMap(({ lines }) => lines))) {
          const { ref, text, marks } = quotation;
          const article = knowledge.articles.get(ref.article);
          expect(ref.revision).toBe(article?.hash);
          expect(text).toBe(article?.text.slice(ref.start, ref.end));
          expect(text.trim()).toBe(text);
          for (const mark of marks) expect([mark.start >= ref.start, mark.end <= ref.end]).toEqual([true, true]);
        }
      }),
      { numRuns: 25 },
    );
  });

  it('stands once, and pages of every size together show what one page shows', () => {
    const whole = list('terms', { locale: 'en' });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5 }), (limit) => {
        const texts: string[] = [];
        for (let from = 0; from < whole.total; from += limit) {
          const { key } = list('terms', { locale: 'en', limit });
          const page = listingSchema.parse(runRequest(talks, 'page', { key, from, limit }));
          expect(page.total).toBe(whole.total);
          texts.push(...allTexts(page));
        }
        expect(texts).toEqual(allTexts(whole));
      }),
    );
  });
});

describe('/terms', () => {
  it('lists what was agreed, announced and explicitly not agreed, by topic, and nothing else', () => {
    const listing = list('terms');
    expect(textsIn(listing)).toMatchObject({
      'Angriffe auf Energieanlagen': [
        'Russland und die USA haben eine Pause der Angriffe auf Energieanlagen von 30 Tagen vereinbart, teilte der Kreml mit.',
        'Das Weiße Haus erklärte, die Angriffe auf Energieanlagen und Häfen würden für 60 Tage ausgesetzt.',
      ],
      'Gebiete und Grenzen': ['Auf einen Abzug aus dem Donbass haben sich die Seiten nicht geeinigt, sagte Uschakow.'],
    });
    for (const status of statusesIn(listing)) expect(TERM_STATUSES).toContain(status);
  });

  it('tells on whose word something stands', () => {
    const [line] = list('terms', { topic: 'ceasefire_energy', status: 'agreed' }).groups[0]?.lines ?? [];
    expect(line?.quotation).toMatchObject({ statement: 'agreed', source: [{ de: 'der Kreml' }] });
  });

  it('quotes an event that is told in both languages in the reader’s, and any other in its own', () => {
    for (const locale of ['de', 'en']) {
      const { groups } = list('terms', { locale });
      const quoted = groups.flatMap(({ lines }) => lines.map(({ quotation }) => quotation));
      for (const { event, language } of quoted) if (event === 'call') expect(language).toBe(locale);
      expect(quoted.map(({ ref }) => ref.article)).toContain('swap');
    }
  });

  it('shows the newest first and what is undated last', () => {
    const listing = list('terms', { topic: 'prisoner_exchange' });
    expect(eventsIn(listing)).toEqual(['swap', 'alt']);
  });

  it.each([
    [{ status: 'not_agreed' }, ['call']],
    [{ event: 'call', topic: 'territory' }, ['call']],
    [{ by: 'ushakov' }, ['call']],
    [{ since: '2025-05', until: '2025' }, ['swap']],
    [{ until: '2025-04' }, ['call', 'call', 'call']],
  ])('is narrowed by %j', (options, events) => {
    expect(eventsIn(list('terms', options))).toEqual(events);
  });

  it.each(['call', 'The call', 'das telefonat', '2025-03-18 · Das Telefonat', 'anruf', 'telefon'])(
    'finds the event by %j',
    (event) => {
      expect(new Set(eventsIn(list('terms', { event })))).toEqual(new Set(['call']));
    },
  );

  it.each(['territory', 'Gebiete und Grenzen', 'territory and borders', 'gebiete'])(
    'finds the topic by %j',
    (topic) => {
      expect(list('terms', { topic }).filters).toMatchObject([
        { filter: 'topic', label: { en: 'Territory and borders' } },
      ]);
    },
  );

  it('quotes a sentence that points back with the one before it, where both are the same speaker’s', () => {
    const knowledge = knowledgeOf({
      'a.md': markdown(
        'Uschakow beschrieb die Pause bei Energieanlagen. Diese wurde am Dienstag vereinbart, sagte Uschakow.',
      ),
      'b.md': markdown(
        'Uschakow beschrieb das Abkommen, sagte er. Dies hätten die Seiten am Dienstag vereinbart, sagte Uschakow.',
      ),
    });
    const quoted = list('terms', {}, knowledge).groups.flatMap(({ lines }) => lines.map(({ quotation }) => quotation));
    for (const { source, text } of quoted) {
      expect(source).toHaveLength(1);
      expect(text).toMatch(/vereinbart/);
    }
  });
});

describe('/conditions', () => {
  it('lists by side what is demanded, proposed, rejected or threatened', () => {
    const listing = list('conditions');
    expect(textsIn(listing)).toEqual({
      'die Ukraine': [
        'Kiew lehnte einen Abzug aus dem Donbass ab.',
        'Selenskyj forderte Sicherheitsgarantien.',
        'Kyiv demanded the release of all children.',
      ],
      Russland: ['Putin forderte ein Ende der Militärhilfe für die Ukraine.'],
    });
    for (const status of statusesIn(listing)) expect(CONDITION_STATUSES).toContain(status);
  });

  it.each([
    ['Russland', ['call']],
    ['Moskau', ['call']],
    ['Moscow', ['call']],
    ['russia', ['call']],
    ['putin', ['call']],
    ['Kremlchef', ['call']],
    ['Selenskyj', ['geneva']],
    ['Zelenskyy', ['geneva']],
    ['Ukraine', ['geneva', 'geneva', 'swap']],
  ])('by %j covers those who belong to it', (by, events) => {
    expect(eventsIn(list('conditions', { by }))).toEqual(events);
  });
});

describe('/participants', () => {
  it('lists by side who took part, as what, with the sentence that says so', () => {
    const { groups } = list('participants', { event: 'geneva' });
    const rows = groups.flatMap(({ side, lines }) =>
      lines.flatMap(({ people, quotation }) => people.map(({ id, part }) => [side, id, part, quotation.text])),
    );
    expect(rows).toEqual([
      ['US', 'rubio', 'delegation_lead', 'US-Außenminister Marco Rubio leitete die amerikanische Delegation.'],
      ['UA', 'yermak', 'delegation_lead', 'Andrij Jermak führte die ukrainische Delegation an.'],
    ]);
  });

  it.each(['usa', 'USA', 'Washington', 'rubio'])('lists one side alone: %j', (side) => {
    const { groups } = list('participants', { event: 'geneva', side });
    expect(groups.map((group) => group.side)).toEqual(['US']);
  });

  it('says which sides there are where one is asked for that did not take part', () => {
    const { total, instead } = list('participants', { event: 'geneva', side: 'russia' });
    expect(total).toBe(0);
    expect(instead).toEqual([
      {
        filter: 'side',
        labels: [
          { de: 'die USA', en: 'the United States' },
          { de: 'die Ukraine', en: 'Ukraine' },
        ],
      },
    ]);
  });
});

describe('/compare', () => {
  it('puts beside each other what two sides say on a topic, with the numbers and nouns marked that differ', () => {
    const { groups, silent } = list('compare', { topic: 'ceasefire_energy', a: 'usa', b: 'russia' });
    const [event] = groups;
    expect(silent).toEqual([]);
    expect(event).toMatchObject({ heading: { de: 'Das Telefonat' }, date: '2025-03-18' });
    const marked = event?.lines.map(({ side, quotation: { text, ref, marks } }) => [
      side,
      marks.map(({ start, end }) => text.slice(start - ref.start, end - ref.start)),
    ]);
    expect(marked).toEqual([
      ['a', expect.arrayContaining(['Häfen', '60 Tage'])],
      ['b', expect.arrayContaining(['30 Tagen'])],
    ]);
    expect(JSON.stringify(marked)).not.toMatch(/Energieanlagen|Angriffe|Kreml|Weiße/);
  });

  it('marks nothing where both say the same, whoever says it', () => {
    const said = 'die Angriffe auf Energieanlagen ruhten 30 Tage lang.';
    const body = `Das Weiße Haus teilte mit, ${said}\n\nDer Kreml teilte mit, ${said}`;
    const knowledge = knowledgeOf({ 'a.md': markdown(body) });
    const { groups } = list('compare', { topic: 'ceasefire_energy', a: 'usa', b: 'russia' }, knowledge);
    const lines = groups.flatMap((group) => group.lines);
    expect(lines.map(({ side }) => side)).toEqual(['a', 'b']);
    expect(lines.flatMap(({ quotation }) => quotation.marks)).toEqual([]);
  });

  it('marks nothing where there is nothing to compare with', () => {
    const { groups, silent } = list('compare', { topic: 'ceasefire_energy', a: 'usa', b: 'ukraine' });
    expect(silent).toEqual(['b']);
    expect(groups.flatMap(({ lines }) => lines.flatMap(({ quotation }) => quotation.marks))).toEqual([]);
  });

  it.each([
    ['russia', 'russia'],
    ['Russland', 'Moskau'],
    ['putin', 'russia'],
    ['russia', 'Kreml'],
  ])('refuses to compare %j with %j, which is on the same side', (a, b) => {
    expect(() => list('compare', { topic: 'territory', a, b })).toThrow(
      expect.objectContaining({ id: 'compare.same-side' }),
    );
  });
});

describe('/timeline', () => {
  it('shows the events oldest first, each with one quotation, and counts those without a date', () => {
    const { groups, undated } = list('timeline');
    expect(groups.map(({ date, heading, lines }) => [date, heading?.de, lines.length])).toEqual([
      ['2025-03-18', 'Das Telefonat', 1],
      ['2025-05-23', 'The swap', 1],
      ['2025-11', 'Runde in Genf', 1],
    ]);
    expect(undated).toBe(1);
  });

  it('shows of each event what it says on the topic', () => {
    const { groups } = list('timeline', { topic: 'territory' });
    expect(groups.map(({ lines }) => lines[0]?.quotation.text)).toEqual([
      'Auf einen Abzug aus dem Donbass haben sich die Seiten nicht geeinigt, sagte Uschakow.',
      'Kiew lehnte einen Abzug aus dem Donbass ab.',
    ]);
  });

  it.each([
    [{ since: '2025-04' }, ['2025-05-23', '2025-11']],
    [{ since: '18.3.2025', until: '2025-05-22' }, ['2025-03-18']],
    [{ since: '2025-11-30' }, ['2025-11']],
  ])('is narrowed to a period: %j', (period, dates) => {
    const listing = list('timeline', period);
    expect(listing.groups.map(({ date }) => date)).toEqual(dates);
    expect(listing.undated).toBe(0);
  });

  it('of nothing but undated events is refused', () => {
    const knowledge = knowledgeOf({ 'alt.txt': TALKS['alt.txt'] });
    expect(() => list('timeline', {}, knowledge)).toThrow(
      expect.objectContaining({ id: 'timeline.undated', facts: { count: 1 } }),
    );
  });
});

describe('where nothing fits', () => {
  it('says what there would be instead of each option', () => {
    const { total, groups, instead } = list('terms', { topic: 'elections', event: 'call' });
    expect({ total, groups }).toEqual({ total: 0, groups: [] });
    expect(instead).toEqual([
      {
        filter: 'topic',
        labels: expect.arrayContaining([
          { de: 'Angriffe auf Energieanlagen', en: 'Strikes on energy sites' },
          { de: 'Gebiete und Grenzen', en: 'Territory and borders' },
        ]),
      },
    ]);
  });

  it.each([
    [{ since: '2026' }, 'since', ['2025-11', '2025-05-23', '2025-03-18']],
    [{ until: '2024' }, 'until', ['2025-03-18', '2025-05-23', '2025-11']],
  ] as const)('names of other dates the nearest first: %j', (period, filter, dates) => {
    const labels = dates.map((date) => ({ de: date, en: date }));
    expect(list('timeline', period).instead).toEqual([{ filter, labels }]);
  });

  it.each([
    ['terms', { topic: 'Kochrezepte' }, 'option.unknown-topic', { value: 'Kochrezepte' }],
    ['terms', { event: 'Mondlandung' }, 'option.unknown-event', { value: 'Mondlandung' }],
    ['terms', { by: 'Rotkäppchen' }, 'option.unknown-party', { value: 'Rotkäppchen' }],
    ['terms', { by: 'Brasilien' }, 'option.unknown-party', { value: 'Brasilien' }],
    ['terms', { since: 'gestern' }, 'option.invalid-date', { option: 'since', value: 'gestern' }],
    ['terms', { since: '2025-05', until: '2025-04' }, 'option.date-order', { since: '2025-05', until: '2025-04' }],
    ['terms', { event: 'alt', since: '2025' }, 'event.undated', { event: 'alt' }],
    ['conditions', { by: '@everyone' }, 'option.unknown-party', { value: '@everyone' }],
    ['participants', { event: '' }, 'option.unknown-event', { value: '' }],
    ['participants', { event: 'geneva', side: '??' }, 'option.unknown-party', { value: '??' }],
    ['compare', { topic: '', a: 'usa', b: 'russia' }, 'option.unknown-topic', { value: '' }],
    ['compare', { topic: 'territory', a: 'usa', b: '' }, 'option.unknown-party', { value: '' }],
    ['timeline', { topic: '漢字' }, 'option.unknown-topic', { value: '漢字' }],
  ] as const)('/%s %j is refused: %s', (command, options, id, facts) => {
    expect(() => list(command, options)).toThrow(expect.objectContaining({ id, facts }));
  });

  it.each(['', 'x', 'test.00', 'test.99', 'test.00.zz', 'test.20', 'other.00', '.'.repeat(80)])(
    'a page of the key %j, if it is none of this revision, says so',
    (key) => {
      const page = () => listingSchema.parse(runRequest(talks, 'page', { key, from: 0, limit: 5 }));
      if (key === 'test.00') expect(page().total).toBeGreaterThan(0);
      else expect(page).toThrow(expect.objectContaining({ id: 'page.outdated' }));
    },
  );
});

describe('while someone types', () => {
  const suggest = (name: 'suggestTopics' | 'suggestParties' | 'suggestEvents', typed: string, locale = 'de') =>
    choicesSchema.parse(runRequest(talks, name, { typed, locale }));

  it('topics are offered that the articles speak of, in the language of the one who types', () => {
    expect(suggest('suggestTopics', 'geb')).toEqual([{ name: 'Gebiete und Grenzen', value: 'territory' }]);
    expect(suggest('suggestTopics', 'terr', 'en')).toEqual([{ name: 'Territory and borders', value: 'territory' }]);
    expect(suggest('suggestTopics', '').map(({ value }) => value)).not.toContain('elections');
  });

  it('sides are offered before persons, and only those who say or do something', () => {
    const offered = suggest('suggestParties', '').map(({ value }) => value);
    expect(new Set(offered.slice(0, 3))).toEqual(new Set(['russia', 'ukraine', 'usa']));
    expect(offered).toEqual(expect.arrayContaining(['putin', 'zelensky', 'kremlin', 'ushakov']));
    expect(offered).not.toContain('brazil');
    expect(suggest('suggestParties', 'put', 'en')).toEqual([{ name: 'Vladimir Putin', value: 'putin' }]);
  });

  it('events are offered with date and title, newest first', () => {
    expect(suggest('suggestEvents', '')).toEqual([
      { name: '2025-11 · Runde in Genf', value: 'geneva' },
      { name: '2025-05-23 · The swap', value: 'swap' },
      { name: '2025-03-18 · Das Telefonat', value: 'call' },
      { name: alt, value: 'alt' },
    ]);
    expect(suggest('suggestEvents', 'call', 'en')).toEqual([{ name: '2025-03-18 · The call', value: 'call' }]);
    expect(suggest('suggestEvents', '2025-11').map(({ value }) => value)).toEqual(['geneva']);
    for (const typed of ['2025-03-1', '18.3.2025', '18.3.', 'telefonat 18.3']) {
      expect(suggest('suggestEvents', typed).map(({ value }) => value)).toEqual(['call']);
    }
    expect(suggest('suggestEvents', '2025-18')).toEqual([]);
  });

  it('whatever is offered is understood, by its value and by its name', () => {
    for (const locale of ['de', 'en']) {
      for (const { name, value } of suggest('suggestParties', '', locale)) {
        const [byName, byValue] = [name, value].map((by) => list('conditions', { by }).filters);
        expect(byName).toEqual(byValue);
      }
      for (const { name, value } of suggest('suggestEvents', '', locale)) {
        const [byName, byValue] = [name, value].map((event) => list('terms', { event }).filters);
        expect(byName).toEqual(byValue);
      }
    }
  });
});

const alt = expect.stringContaining('Die Ukraine und Russland');
