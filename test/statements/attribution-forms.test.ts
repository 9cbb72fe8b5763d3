import { describe, expect, it } from 'vitest';
import { parseArticle } from '../../src/corpus/parse.ts';
import type { Language } from '../../src/language/language.ts';
import { loadLexicon } from '../../src/language/lexicon.ts';
import { projectFile } from '../../src/project.ts';
import { sliceOf } from '../../src/span.ts';
import { type Attribution, Attributor } from '../../src/statements/attribution/attribution.ts';

const attributor = new Attributor(await loadLexicon(projectFile('corpus/lexicon')));

interface Read extends Attribution {
  /** The words that mark the report. */
  readonly mark: string | null;
}

/** The attribution of every sentence of a body. */
function attribute(language: Language, body: string): readonly Read[] {
  const text = `---\ntitle: Probe\ndate: 2025-03-18\nlanguage: ${language}\noutlet: Probe\n---\n${body}\n`;
  const article = parseArticle('a.md', new TextEncoder().encode(text));
  return [...attributor.attribute(article).values()].map((found) => ({
    ...found,
    mark: found.cue === null ? null : sliceOf(article.text, found.cue),
  }));
}

/** That of the last sentence, in which most is asked. */
const last = (language: Language, body: string): Read | undefined => attribute(language, body).at(-1);
const names = (read: Read | undefined, language: Language): readonly string[] =>
  (read?.source ?? []).map(({ name }) => name[language]);

describe('how a report is marked', () => {
  it.each<[Language, string, Attribution['form'], string | null]>([
    ['de', '„Das ist ein sehr guter Tag“, sagte Ministerin Ida Holt.', 'direct', 'sagte'],
    ['de', 'Die Brücke sei gesperrt, teilte die Polizei mit.', 'indirect', 'teilte'],
    ['de', 'Nach Angaben der Polizei ist die Brücke gesperrt.', 'indirect', 'Nach Angaben'],
    ['de', 'Die Gewerkschaft forderte mehr Lohn.', 'reported', 'forderte'],
    ['de', 'Die Polizei sagte, die Brücke sei gesperrt. Der Verkehr werde umgeleitet.', 'bare', 'werde'],
    ['de', 'Die Brücke ist gesperrt.', 'none', null],
    ['en', '“This is a very good day,” Minister Ida Holt said.', 'direct', 'said'],
    ['en', 'The bridge is closed, according to police.', 'indirect', 'according to'],
    ['en', 'The union demanded higher pay.', 'reported', 'demanded'],
    ['en', 'The bridge is closed.', 'none', null],
  ])('%s: %s is %s', (language, body, form, mark) => {
    const found = last(language, body);
    expect([found?.form, found?.mark]).toEqual([form, mark]);
  });
});

describe('a source that no list has', () => {
  it.each<[Language, string, string, string]>([
    ['de', 'Der albanische Generalstabschef Arben Hoxa sagte, es sei ruhig.', 'Arben Hoxa', 'person'],
    ['de', 'Es sei ruhig, sagte Hoxa. Der Generalstabschef Arben Hoxa sprach in Tirana.', 'Arben Hoxa', 'person'],
    ['de', 'Das Außenministerium in Ankara bestätigte den Termin.', 'Das Außenministerium in Ankara', 'institution'],
    ['de', 'Ein Sprecher des Ministeriums sagte, es sei ruhig.', 'Ein Sprecher des Ministeriums', 'person'],
    ['de', 'Aus Teilnehmerkreisen hieß es, man sei sich einig.', 'Teilnehmerkreisen', 'anonymous'],
    ['de', 'Augenzeugen berichteten von Schüssen.', 'Augenzeugen', 'group'],
    ['en', 'Governor Jane Doe said it was quiet.', 'Jane Doe', 'person'],
    ['en', "The city's mayor said it was quiet.", "The city's mayor", 'person'],
    ['en', 'A White House official who asked not to be named said it was over.', 'A White House official', 'anonymous'],
    ['en', 'It is over, according to people familiar with the matter.', 'people familiar with the matter', 'anonymous'],
  ])('%s: %s', (language, body, name, kind) => {
    const [first] = attribute(language, body);
    expect(first?.source.map((speaker) => [speaker.name[language], speaker.kind])).toEqual([[name, kind]]);
  });

  it('is the same person under the surname and under the office', () => {
    const read = attribute(
      'en',
      'Judge Mona Ray said no. Ray said it twice. “There is no appeal from this,” the judge added.',
    );
    expect(new Set(read.map((each) => each.source.map(({ id }) => id).join()))).toEqual(new Set(['person:mona-ray']));
  });

  it('is never a person of the same surname twice: two candidates are none', () => {
    const read = last('de', 'Minister Jan Behn und Minister Olaf Behn trafen sich. Er sagte, es sei spät geworden.');
    expect([read?.voice, read?.source]).toEqual(['unclear', []]);
  });
});

describe('what is no report', () => {
  it.each<[Language, string]>([
    ['de', 'Die Firma kündigte 200 Mitarbeitern.'],
    ['de', 'Der Sturm warf mehrere Bäume um.'],
    ['de', 'Das Weiße Haus drängt auf eine Waffenruhe.'],
    ['de', 'Rubio leitete die Delegation und traf Lawrow in Riad.'],
    ['de', 'Der Kreml sagte nicht, wann das Treffen stattfindet.'],
    ['de', 'Was fordert Putin?'],
    ['de', 'Er tut, als sei nichts gewesen.'],
    ['de', 'Heute ist die ganze Stadt ohne Strom, und viele Leute sind müde.'],
    ['en', 'Residents were told to leave.'],
    ['en', 'The match was called off.'],
    ['en', 'Neither side announced a date.'],
    ['en', 'The report was published on Monday.'],
    ['en', 'If Moscow rejects the plan, it is over.'],
  ])('%s: %s', (language, body) => {
    expect(last(language, body)).toMatchObject({ voice: 'article', source: [], form: 'none', cue: null });
  });
});

describe('a source and whose act it tells', () => {
  it('are two where one reports what the other demands', () => {
    const read = last('de', 'Dem Kreml zufolge verlangte Putin ein Ende der Hilfe.');
    expect(read?.source.map(({ id }) => id)).toEqual(['kremlin']);
    expect(read?.actor.map(({ id }) => id)).toEqual(['putin']);
  });

  it('are one where nobody else reports it', () => {
    const read = last('de', 'Putin verlangte ein Ende der Hilfe.');
    expect([read?.source, read?.actor].map((speakers) => speakers?.map(({ id }) => id))).toEqual([
      ['putin'],
      ['putin'],
    ]);
  });

  it('is the medium that carries words, and the act is the speaker’s', () => {
    const english = last('en', 'Putin said that the aid had ended, Reuters reported.');
    expect(names(english, 'en')).toEqual(['Reuters']);
    expect(english?.actor.map(({ id }) => id)).toEqual(['putin']);
    expect(names(last('en', 'The aid has ended, Reuters reported.'), 'en')).toEqual(['Reuters']);
    const german = last('de', 'Putin sagt, die Hilfe sei zu Ende, wie der Nordblick berichtet.');
    expect(names(german, 'de')).toEqual(['der Nordblick']);
    expect(german?.actor.map(({ id }) => id)).toEqual(['putin']);
  });

  it('is the third voice between a medium and who acts', () => {
    const text = 'Leavitt said that Putin had rejected the plan, Reuters reported.';
    expect(names(last('en', text), 'en')).toEqual(['Karoline Leavitt']);
  });

  it('is not whom somebody speaks to', () => {
    expect(names(last('de', 'Er komme gern, sagte Macron zu Trump.'), 'de')).toEqual(['Emmanuel Macron']);
    expect(names(last('en', 'Macron told Trump that he would come.'), 'en')).toEqual(['Emmanuel Macron']);
  });

  it('is no place, although a capital speaks for its government', () => {
    expect(names(last('de', 'In Moskau sagte Witkoff, man sei nahe dran.'), 'de')).toEqual(['Steve Witkoff']);
    expect(names(last('de', 'Aus Moskau hieß es, man sei nahe dran.'), 'de')).toEqual(['der Kreml']);
  });
});

describe('a source that is carried on', () => {
  const START = 'Die Polizei teilte mit, die Brücke sei gesperrt.';
  const voices = (body: string): readonly string[] => attribute('de', body).map(({ voice }) => voice);

  it('goes on through the subjunctive, for three sentences at most', () => {
    expect(voices(`${START} A sei gut. B sei gut. C sei gut. D sei gut.`)).toEqual([
      'source',
      'source',
      'source',
      'source',
      'unclear',
    ]);
  });

  it('goes on into the next paragraph, but not behind a heading', () => {
    expect(voices(`${START}\n\nDer Verkehr werde umgeleitet.`).at(-1)).toBe('source');
    expect(voices(`${START}\n\n## Reaktionen\n\nDer Verkehr werde umgeleitet.`).at(-1)).toBe('unclear');
  });

  it('ends where the article speaks again', () => {
    const read = attribute('de', `${START} Am Abend fiel Regen. Es sei „ein Regen wie lange nicht mehr“ gewesen.`);
    expect(read.map(({ voice }) => voice)).toEqual(['source', 'article', 'unclear']);
  });

  it('is the same for all sentences of one speech, wherever it is named', () => {
    const read = attribute(
      'de',
      '„Das war knapp. Wir hatten Glück. Alle leben noch“, sagte der Feuerwehrmann Olaf Behn.',
    );
    expect(read.map((each) => names(each, 'de'))).toEqual([['Olaf Behn'], ['Olaf Behn'], ['Olaf Behn']]);
  });

  it('goes back to the sentence before: "Das geht aus … hervor"', () => {
    const read = attribute('de', 'Die Zahl der Unfälle sinkt. Das geht aus einem Bericht der Polizei hervor.');
    expect(read.map((each) => each.voice)).toEqual(['source', 'source']);
  });

  it('does not go on in English without a word for it', () => {
    expect(last('en', 'Police said the bridge was closed. Traffic was diverted.')?.voice).toBe('article');
  });
});
