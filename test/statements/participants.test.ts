import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Language } from '../../src/language/language.ts';
import { partsSchema } from '../../src/language/part-cues.ts';
import { sliceOf } from '../../src/span.ts';
import { articleOf, find, finder, parts } from './participants-found.ts';
import { isSame, readParticipantsGold, scoreOf } from './participants-gold.ts';

describe('who takes part', () => {
  it.each<[Language, string, readonly string[]]>([
    ['de', 'Witkoff leitete die US-Delegation.', ['witkoff delegation_lead']],
    ['de', 'Die ukrainische Delegation wurde von Rustem Umerow geleitet.', ['umerov delegation_lead']],
    ['de', 'Selenskyj empfing Witkoff in Kiew.', ['witkoff delegate', 'zelensky principal']],
    ['de', 'Merz hat am Donnerstag mit Selenskyj telefoniert.', ['merz principal', 'zelensky principal']],
    ['de', 'Zur Delegation gehörten Uschakow und Dmitrijew.', ['dmitriev delegate', 'ushakov delegate']],
    ['de', 'Gastgeber war die Schweiz.', ['switzerland host']],
    ['de', 'Katar und Ägypten vermittelten.', ['egypt mediator', 'qatar mediator']],
    ['de', 'Rutte nahm als Beobachter teil.', ['rutte observer']],
    ['en', 'Rustem Umerov led the Ukrainian delegation.', ['umerov delegation_lead']],
    ['en', 'The Russian team was headed by Vladimir Medinsky.', ['medinsky delegation_lead']],
    ['en', 'Macron met Starmer in Paris.', ['macron principal', 'starmer principal']],
    ['en', 'Also at the table were Ushakov and Dmitriev.', ['dmitriev delegate', 'ushakov delegate']],
    ['en', 'Qatar mediated between the two sides.', ['qatar mediator']],
    ['en', 'Rubio and Lavrov signed the document.', ['lavrov signatory', 'rubio signatory']],
  ])('%s: %s', (language, body, expected) => {
    expect(parts(body, language)).toEqual(expected);
  });

  it('finds people in no list, with their office and the side of the country in it', () => {
    const body = 'Die dänische Ministerin Karen Holt nahm an den Gesprächen teil.';
    const [holt, ...others] = find(body, 'de');
    expect(others).toEqual([]);
    expect(holt).toMatchObject({ kind: 'person', name: { de: 'Karen Holt' }, side: 'DK', part: 'delegate' });
    expect(holt?.office && sliceOf(articleOf(body, 'de').text, holt.office)).toBe('dänische Ministerin');
  });

  it('names somebody once, with the strongest part and the sentence that gives it', () => {
    const body = 'Umerov attended the talks. Umerov led the Ukrainian delegation. Umerov signed the paper.';
    const found = find(body, 'en');
    expect(found.map(({ id, part }) => [id, part])).toEqual([['umerov', 'delegation_lead']]);
    const text = articleOf(body, 'en').text;
    expect(found.map(({ sentence }) => sliceOf(text, sentence))).toEqual(['Umerov led the Ukrainian delegation.']);
  });

  it.each<[string, Language, string, readonly string[]]>([
    [
      'a pronoun',
      'de',
      'Lawrow leitete die Delegation. Ihm zur Seite stand Uschakow.',
      ['lavrov delegation_lead', 'ushakov delegate'],
    ],
    ['a pronoun', 'en', 'Rubio arrived in Geneva. He led the American delegation.', ['rubio delegation_lead']],
    [
      '“the two presidents”',
      'de',
      'US-Präsident Donald Trump lobte den russischen Präsidenten Wladimir Putin. Am Donnerstag telefonierten die beiden Präsidenten.',
      ['putin principal', 'trump principal'],
    ],
  ])('knows whom %s means (%s)', (_, language, body, expected) => {
    expect(parts(body, language)).toEqual(expected);
  });

  it.each<[Language, string, readonly string[]]>([
    [
      'de',
      'Für Polen nahm die Beraterin Ewa Lis teil, für Frankreich der Berater Luc Petit.',
      ['person:ewa-lis delegate', 'person:luc-petit delegate'],
    ],
    [
      'en',
      'Ewa Lis took part for Poland and adviser Luc Petit for France.',
      ['person:ewa-lis delegate', 'person:luc-petit delegate'],
    ],
    [
      'en',
      'On the Polish side, Ewa Lis took part; on the French side, Luc Petit and Anne Roux.',
      ['person:anne-roux delegate', 'person:ewa-lis delegate', 'person:luc-petit delegate'],
    ],
    [
      'en',
      'Minister Ewa Lis signed. So did Ministers Luc Petit of France and Jan Kok of Belgium.',
      ['person:ewa-lis signatory', 'person:jan-kok signatory', 'person:luc-petit signatory'],
    ],
    ['en', 'Ewa Lis attended the talks, as did Luc Petit.', ['person:ewa-lis delegate', 'person:luc-petit delegate']],
  ])('hears the verb that is left out (%s: %s)', (language, body, expected) => {
    expect(parts(body, language)).toEqual(expected);
  });

  it.each<[Language, string, readonly string[]]>([
    [
      'de',
      'Grünen-Chef Murat Deniz traf Außenminister Ararat Poghosyan.',
      ['person:ararat-poghosyan delegate', 'person:murat-deniz delegate'],
    ],
    [
      'de',
      'Minister Park Joon-ho nahm mit dem Berater Dan Orlev teil.',
      ['person:dan-orlev delegate', 'person:park-joon-ho delegate'],
    ],
    [
      'de',
      'Am Mittwoch trafen in Davos US-Präsident Donald Trump und Selenskyj zusammen.',
      ['trump principal', 'zelensky principal'],
    ],
    ['en', 'Kim Dae-sung attended the talks.', ['person:kim-dae-sung delegate']],
  ])('reads names whole (%s: %s)', (language, body, expected) => {
    expect(parts(body, language)).toEqual(expected);
  });

  it('takes an envoy in a delegation that somebody else leads for a delegate', () => {
    const envoy = 'US special envoy Steve Witkoff took part.';
    expect(parts(envoy, 'en')).toEqual(['witkoff envoy']);
    expect(parts(`Rubio led the US delegation. ${envoy}`, 'en')).toEqual(['rubio delegation_lead', 'witkoff delegate']);
  });

  it('takes a head of state who is only said to sign for a signatory, and no minister for a principal', () => {
    expect(parts('President Alexander Stubb signed the statement.', 'en')).toEqual(['stubb signatory']);
    expect(
      parts('Foreign Minister Sergey Lavrov spoke by phone with US Secretary of State Marco Rubio.', 'en'),
    ).toEqual(['lavrov delegate', 'rubio delegate']);
  });

  it('takes who hosts and mediates for a mediator', () => {
    expect(parts('Turkish Foreign Minister Hakan Fidan was host and mediator.', 'en')).toEqual(['fidan mediator']);
  });

  it('lists a country only where nobody of it is named', () => {
    expect(parts('Russia and Ukraine negotiated in Istanbul.', 'en')).toEqual(['russia delegate', 'ukraine delegate']);
    const named = 'Russia and Ukraine negotiated in Istanbul. Umerov and Medinsky led the delegations.';
    expect(parts(named, 'en')).toEqual(['medinsky delegation_lead', 'umerov delegation_lead']);
  });

  it('takes a spokesperson of a side that took part, and no other', () => {
    const met = 'Putin met Witkoff in Moscow.';
    expect(parts(`${met} Kremlin spokesman Dmitry Peskov said the talks were useful.`, 'en')).toContain(
      'peskov spokesperson',
    );
    const without = 'Macron met Starmer in Paris. Kremlin spokesman Dmitry Peskov said the talks were useless.';
    expect(parts(without, 'en')).toEqual(['macron principal', 'starmer principal']);
  });
});

describe('who does not take part', () => {
  it.each<[string, Language, string]>([
    ['who only comments', 'de', 'Merz nannte das Treffen enttäuschend.'],
    ['who is spoken about', 'de', 'Trump kritisierte Putin.'],
    ['who is denied to', 'de', 'Lawrow nahm nicht an den Gesprächen teil.'],
    ['who is denied to, in English', 'en', 'Lavrov was not at the table.'],
    ['who was not invited', 'en', 'Zelensky was not invited.'],
    ['who is planned to', 'de', 'Witkoff soll die Delegation leiten.'],
    ['who is planned to, in English', 'en', 'Witkoff will lead the delegation.'],
    ['who would if', 'en', 'If Putin attended the talks, the war would end.'],
    ['who did at another time', 'de', 'Am Vortag hatte Selenskyj Macron getroffen.'],
    ['who did in another year', 'en', 'In 2022 Medinsky led the Russian delegation.'],
    ['who did on another date', 'de', 'Am 4. November leitete Umerow die Delegation.'],
    ['who is met later', 'en', 'Witkoff met Umerov the next day.'],
    ['whose meeting is called off', 'de', 'Das Treffen mit Putin wurde abgesagt.'],
    ['who met before, told in the past perfect', 'en', 'Lavrov said that Putin had met Witkoff.'],
    ['who met where something had been before', 'en', 'The idea had come from Oslo, where Macron received Starmer.'],
    ['who met before, told in German', 'de', 'Macron hatte Putin getroffen.'],
    ['who receives a letter', 'en', 'Putin received a letter.'],
    ['who offers to mediate', 'de', 'Erdoğan bot sich als Vermittler an.'],
    ['who speaks in a quotation', 'en', '“We have met Putin three times and it led nowhere,” said Kellogg.'],
  ])('%s', (_, language, body) => {
    expect(parts(body, language)).toEqual([]);
  });

  it('who stands below a heading of background', () => {
    const body = 'Die Gespräche dauern an.\n\n## Hintergrund\n\nUmerow leitete die ukrainische Delegation.';
    expect(parts(body, 'de')).toEqual([]);
    expect(parts(body.replace('Hintergrund', 'Am Tisch'), 'de')).toEqual(['umerov delegation_lead']);
  });
});

describe('the cues of parts', () => {
  const lists = { de: [], en: [] };
  const titles = { heads: lists, not_heads: lists, envoys: lists, spokespeople: lists };
  const rest = {
    titles,
    events: lists,
    groups: lists,
    treaties: lists,
    earlier: lists,
    later: lists,
    undone: lists,
    elsewhere: lists,
  };
  const complaints = (...roles: object[]): readonly string[] =>
    partsSchema.safeParse({ roles, ...rest }).error?.issues.map(({ message }) => message) ?? [];

  it('stand under one role only', () => {
    const attend = { id: 'attend', doer: 'delegate', en: ['took part'] };
    expect(complaints(attend)).toEqual([]);
    expect(complaints(attend, { id: 'join', doer: 'delegate', en: ['Took part'] })).toEqual([
      'the cue “Took part” stands here a second time',
    ]);
  });

  it('belong to a role that makes somebody a participant', () => {
    expect(complaints({ id: 'attend', en: ['took part'] })).toEqual(['a role needs doer, object, listed or bearer']);
  });

  it('are no regular expressions', () => {
    expect(complaints({ id: 'attend', doer: 'delegate', en: ['(took )+part'] })).not.toEqual([]);
  });
});

/** Below what is reached on the development sets, so that a rule made worse is noticed. */
const LEAST_F1 = {
  'participants-dev.yaml': { names: 0.95, parts: 0.91 },
  'participants-second.yaml': { names: 0.92, parts: 0.86 },
  'participants-third.yaml': { names: 0.88, parts: 0.82 },
} as const;

it.each(Object.entries(LEAST_F1))('finds the participants of annotated news items (%s)', (file, least) => {
  const count = { found: 0, gold: 0, names: 0, parts: 0 };
  for (const { article, participants } of readParticipantsGold(file)) {
    const found = finder.find(article);
    count.found += found.length;
    count.gold += participants.length;
    for (const gold of participants) {
      const same = found.find((participant) => isSame(participant, gold));
      if (same !== undefined) count.names++;
      if (same?.part === gold.part) count.parts++;
    }
  }
  expect(scoreOf(count.names, count.found, count.gold).f1).toBeGreaterThanOrEqual(least.names);
  expect(scoreOf(count.parts, count.found, count.gold).f1).toBeGreaterThanOrEqual(least.parts);
});

it('gives sentences of the article, in order, and nobody twice, whatever the text', () => {
  const words =
    'Putin Witkoff met led die Delegation und with , . nahm teil by Jane Doe Präsident Kyiv who ; : " ( )'.split(' ');
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 40 }),
      fc.constantFrom('de', 'en'),
      (all, language) => {
        const article = articleOf(`Text ${all.join(' ')}`, language);
        const found = finder.find(article);
        const sentences = article.sections.flatMap(({ passages }) => passages.flatMap((passage) => passage.sentences));
        expect(new Set(found.map(({ id }) => id)).size).toBe(found.length);
        expect(found.map(({ sentence }) => sentence.start)).toEqual(
          found.map(({ sentence }) => sentence.start).sort((a, b) => a - b),
        );
        for (const { sentence, office } of found) {
          expect(sentences).toContainEqual(sentence);
          if (office !== null) expect(sliceOf(article.text, office).trim()).not.toBe('');
        }
      },
    ),
    { numRuns: 100 },
  );
});
