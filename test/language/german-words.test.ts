import { describe, expect, it } from 'vitest';
import { isName, termsOfWord } from '../../src/language/analysis.ts';
import { fold } from '../../src/language/fold.ts';
import { loadLexicon } from '../../src/language/lexicon.ts';
import { SpellingCorrector } from '../../src/language/spelling.ts';
import { WordKnowledge } from '../../src/language/word-knowledge.ts';
import { projectFile } from '../../src/project.ts';

const lexicon = await loadLexicon(projectFile('corpus/lexicon'));
const known = new WordKnowledge(lexicon, new SpellingCorrector([...lexicon.words.de]), { has: () => false });

const termsOf = (word: string): readonly string[] => termsOfWord({ folded: fold(word), surface: word }, 'de', lexicon);
const shared = (one: string, other: string): string[] => termsOf(one).filter((term) => termsOf(other).includes(term));

describe('what people say in German who have not read the articles', () => {
  it.each([
    ['komplett', 'vollständig'],
    ['komplett', 'allgemein'],
    ['Kriegspause', 'Waffenruhe'],
    ['Countdown', 'Frist'],
    ['bequatschen', 'überreden'],
    ['vermasselt', 'gescheitert'],
    ['abzocken', 'betrügen'],
    ['versammelt', 'getroffen'],
    ['Staaten', 'Länder'],
    ['Klamotten', 'Anzug'],
    ['Bodenschätze', 'Ressourcen'],
    ['avisiert', 'angekündigt'],
    ['Gremien', 'Arbeitsgruppen'],
    ['Moratorien', 'Energiewaffenruhe'],
    ['Order', 'Befehl'],
    ['geschont', 'verschont'],
    ['eingeläutet', 'Beginn'],
    ['mitunterschrieben', 'unterzeichnet'],
    ['Schutzversprechen', 'Sicherheitsgarantien'],
    ['Osterpause', 'Osterwaffenruhe'],
    ['Spionagedaten', 'Geheimdienst'],
    ['Beisetzung', 'Trauerfeier'],
  ])('%s means or recalls %s', (everyday, article) => {
    expect(shared(everyday, article)).not.toEqual([]);
  });

  it.each([
    ['Feindschaft', 'Freundschaft'],
    ['gefährlich', 'Reise'],
    ['Minderheit', 'verringern'],
    ['Augenblick', 'sofort'],
    ['Bürger', 'Garantie'],
    ['Krieg', 'Soldat'],
    ['Schande', 'Schaden'],
    ['feindlich', 'freundlich'],
    ['ununterbrochen', 'unterbrochen'],
    ['bestätigt', 'Bestattung'],
    ['verlassen', 'zuverlässig'],
    ['halten', 'stoppen'],
    ['Absicht', 'vorsätzlich'],
    ['Gebieten', 'Befehl'],
    ['Opfern', 'abtreten'],
    ['Gewinn', 'Fonds'],
    ['Wladimir', 'Selenskyj'],
  ])('%s has nothing to do with %s', (one, other) => {
    expect(shared(one, other)).toEqual([]);
  });

  it.each([
    ['Putler', 'Putin'],
    ['Trumpel', 'Trump'],
    ['Zelly', 'Selenskyj'],
    ['Uschi', 'Leyen'],
    ['Bibi', 'Netanjahu'],
    ['Amis', 'USA'],
  ])('%s is a name of %s', (nickname, name) => {
    expect(shared(nickname, name).some(isName)).toBe(true);
  });

  it.each(['mulmig', 'feststellen', 'ohnehin', 'hanebüchen', 'nachvollziehen', 'bodenlos'])(
    'takes %s for a word that fits every topic',
    (word) => expect(known.isLight(fold(word), 'de')).toBe(true),
  );

  it.each(['Gefallenen', 'Gewalt', 'Ausfuhr', 'Richter', 'Kreise', 'Flucht', 'Täuschung', 'Geräte', 'Angriffsziel'])(
    'takes %s for a topic',
    (word) => expect(known.isLight(fold(word), 'de')).toBe(false),
  );

  it.each(['feindlich', 'abschalten', 'erkannt', 'ununterbrochen', 'einplanen', 'Ferngespräch', 'verlagert'])(
    'knows %s, so that it is not mended to another word',
    (word) => expect(known.isInLexicon(fold(word))).toBe(true),
  );
});
