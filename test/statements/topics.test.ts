import { describe, expect, it } from 'vitest';
import { LANGUAGES, type Language } from '../../src/language/language.ts';
import { lastOf, TOPICS } from './statements.ts';

const topicsOf = (language: Language, body: string): readonly string[] => lastOf(body, { language }).topics;
const de = (body: string): readonly string[] => topicsOf('de', body);
const en = (body: string): readonly string[] => topicsOf('en', body);

describe('the topics that come with the bot', () => {
  it('are those of the vocabulary, each with a name and cues in both languages', () => {
    expect(TOPICS.map(({ id }) => id)).toEqual(
      expect.arrayContaining([
        'ceasefire_general',
        'prisoner_exchange',
        'territory',
        'us_russia_relations',
        'assessment',
      ]),
    );
    for (const topic of TOPICS) {
      for (const language of LANGUAGES) {
        expect(topic.name[language], topic.id).not.toBe('');
        expect(topic[language].length, topic.id).toBeGreaterThan(0);
      }
    }
  });

  it.each(TOPICS.flatMap((topic) => LANGUAGES.map((language) => [topic.id, language] as const)))(
    '%s is found by each of its own cues in %s',
    (id, language) => {
      const topic = TOPICS.find((entry) => entry.id === id);
      for (const cue of topic?.[language] ?? []) {
        const words = cue.replaceAll(/\/\S+/g, '').replaceAll(/[+…=]/g, ' ').replaceAll(/\s+/g, ' ');
        expect(topicsOf(language, `X ${words}.`), cue).toContain(id);
      }
    },
  );
});

describe('a topic', () => {
  it('is found in every form of a word', () => {
    expect(de('Beobachter der Sanktionen schweigen.')).toContain('sanctions');
    expect(en('The sanctioned bank closed.')).toEqual(['sanctions']);
  });

  it('is found in a German compound', () => {
    expect(de('Das Sanktionspaket liegt bereit.')).toEqual(['sanctions']);
    expect(de('Der Energiewaffenruhe fehlt ein Datum.')).toEqual(['ceasefire_energy']);
  });

  it('is not found in a word that only shares a stem with a cue', () => {
    expect(de('Sie trafen sich rund zehn Mal.')).not.toContain('security_guarantees');
    expect(de('Sie haben sich geirrt.')).toEqual([]);
    expect(de('Im Osten schneit es.')).toEqual([]);
  });

  it('of several words counts instead of the topic of one of them', () => {
    expect(de('Zu Ostern soll eine Waffenruhe gelten.')).toEqual(['humanitarian_pause']);
    expect(en('They discussed the nuclear power plant.')).toEqual(['nuclear_plant']);
  });

  it('with more words stands before one with fewer', () => {
    expect(en('Prisoners, captives and hostages are one issue, sanctions another.')).toEqual([
      'prisoner_exchange',
      'sanctions',
    ]);
  });

  it('that is only hinted at yields to one that is named', () => {
    expect(en('The delegations met.')).toEqual(['process_format']);
    expect(en('The delegations met to discuss sanctions.')).toEqual(['sanctions']);
  });
});

describe('a sentence that says that talks take place, or who takes part', () => {
  it('is about the talks', () => {
    expect(de('Der Minister leitete die Delegation aus Ankara.')).toEqual(['process_format']);
    expect(de('Der Minister nahm an dem Treffen teil.')).toEqual(['process_format']);
    expect(de('Die Delegationen verhandelten acht Stunden.')).toEqual(['process_format']);
    expect(en('Two ministers also attended the summit.')).toEqual(['process_format']);
    expect(en('Norway’s foreign minister hosted the meeting.')).toEqual(['process_format']);
    expect(en('Sanctions apply from May. Two ministers attended the meeting.')).toEqual(['process_format']);
  });

  it('is first about what they talk of', () => {
    expect(en('The minister attended and spoke of sanctions.')).toEqual(['sanctions']);
    expect(en('The third round of talks is about prisoners.')).toEqual(['prisoner_exchange', 'process_format']);
  });

  it('is about both where the talks are judged', () => {
    expect(de('Die Gespräche waren konstruktiv.')).toEqual(['assessment', 'process_format']);
    expect(en('The summit went well.')).toEqual(['assessment', 'process_format']);
  });
});

describe('a sentence that names no topic', () => {
  it('has that of the sentence before where it names an act or a number by a definite noun', () => {
    expect(de('Die Sanktionen gelten ab Mai. Die Entscheidung liegt bei Ungarn.')).toEqual(['sanctions']);
    expect(en('Sanctions apply to banks. Reuters put the total at 40.')).toEqual(['sanctions']);
    expect(en('Sanctions apply to banks. A decision was expected in Oslo.')).toEqual([]);
    expect(en('Sanctions apply to banks. The decision of the jury was close.')).toEqual([]);
  });

  it('has that of the sentence before where it goes on with it', () => {
    expect(de('Die Sanktionen gelten ab Mai. Sie sollen ein Jahr dauern.')).toEqual(['sanctions']);
    expect(de('Die Sanktionen gelten ab Mai. Ob Ungarn dem zustimmt, hängt davon ab.')).toEqual([]);
    expect(en('Sanctions apply from May. They will last a year.')).toEqual(['sanctions']);
    expect(en('Sanctions apply from May. The weather is fine.')).toEqual([]);
    expect(de('Die Sanktionen gelten ab Mai. Das Wetter ist gut.')).not.toContain('sanctions');
  });

  it('or that of its heading', () => {
    expect(de('## Streit um Sanktionen\n\nDas lehnte Ungarn ab.')).toEqual(['sanctions']);
    expect(de('## Streit um Sanktionen\n\nUngarn schwieg.')).toEqual([]);
  });

  it('has that of what was told where it reports or does something', () => {
    expect(en('Sanctions apply from May. Norway rejected the fines.')).toEqual(['sanctions']);
    expect(en('Sanctions apply from May. Norway has fjords.')).toEqual([]);
  });

  it('but not after two sentences that name none', () => {
    expect(en('Sanctions apply from May. Rain fell. Snow followed. Norway rejected the fines.')).toEqual([]);
    const heading = '## Row over sanctions\n\nRain fell. Snow followed. Norway rejected the fines.';
    expect(en(heading)).toEqual(['sanctions']);
  });

  it('and not how something was judged', () => {
    expect(en('The visit was constructive. Norway rejected the fines.')).toEqual([]);
  });

  it('is about talks in an article that opens with them, if it names somebody', () => {
    expect(en('The delegations met in Oslo.\n\nTrump stood beside Putin.')).toEqual(['process_format']);
    expect(en('The delegations met in Oslo.\n\nThe weather was fine.')).toEqual([]);
    expect(en('Bread is dear in Oslo.\n\nTrump stood beside Putin.')).toEqual([]);
  });

  it('is about a truce for a place where it only hints at one', () => {
    expect(en('A truce for energy facilities began. Shelling went on.')).toEqual(['ceasefire_energy']);
    expect(en('Shelling went on.')).toEqual(['ceasefire_general']);
  });

  it('but not that of another section', () => {
    expect(de('Die Sanktionen gelten ab Mai.\n\n## Sonst\n\nDas lehnte Ungarn ab.')).toEqual([]);
  });
});
