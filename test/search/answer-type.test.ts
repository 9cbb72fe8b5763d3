import { describe, expect, it } from 'vitest';
import type { Language } from '../../src/language/language.ts';
import { search } from '../../src/search/search.ts';
import { knowledgeOf, markdown } from '../answer/knowledge.ts';

/** Whether what is found to a question in an article of this text holds a thing of the asked type. */
function offers(question: string, text: string, language: Language = 'de'): boolean {
  const { index } = knowledgeOf({ 'a.md': markdown(text, { language }) });
  const [first] = search(index.read(question, language), index, { since: null, until: null, source: null });
  if (first === undefined) throw new Error(`nothing is found to “${question}”`);
  return first.evidence.typeFound;
}

describe('a count', () => {
  it.each<[string, string, boolean]>([
    ['Wie viele Schiffe liefen aus?', 'Zwölf Schiffe liefen aus.', true],
    ['Wie viele Schiffe liefen aus?', 'Aus Odessa liefen am Montag 12 schwer beladene Schiffe aus.', true],
    ['Wie viele Schiffe liefen aus?', 'Schiffe liefen aus: am Montag waren es 12.', true],
    ['Wie viele Schiffe liefen aus?', 'Die Schiffe liefen nach 12 Tagen aus.', false],
    ['Wie viele Schiffe liefen aus?', 'Am 12. Mai 2025 liefen Schiffe aus.', false],
    ['Wie viele Schiffe liefen aus?', 'Die Schiffe liefen aus, und 12 Lotsen sahen zu.', false],
    ['Wie viele Schiffe liefen aus?', 'Viele Lotsen und beide Schiffe liefen aus.', false],
    ['Wie viele liefen aus?', 'Es liefen 12 aus.', true],
    ['Wie viele Schiffe liefen aus?', 'Nur noch ein Schiff lief aus.', true],
    ['Wie viele Schiffe ließ die Ukraine aus?', 'Zwölf Schiffe ließ Russland aus.', false],
    ['Wie viele Schiffe ließ die Ukraine aus?', 'Zwölf Schiffe ließ die Ukraine aus.', true],
    ['Wie viele Schiffe ließ die Ukraine aus?', 'Zwölf Schiffe liefen aus.', true],
    ['Um wie viel stieg die Zahlung?', 'Die Zahlung stieg um 12.', true],
    ['Wie viele liefen aus?', 'Sie liefen ohne Streit und in keiner Eile aus.', false],
    ['auslaufende schiffe odessa anzahl', 'Zwölf Schiffe liefen in Odessa aus.', true],
    ['auslaufende schiffe odessa anzahl', 'Die Schiffe liefen in Odessa aus, und 12 Lotsen sahen zu.', false],
    ['einzahlung schiffe odessa dollar', 'Die Einzahlung für 12 Schiffe in Odessa steht bevor.', false],
    ['einzahlung schiffe odessa dollar', 'Die Einzahlung für Schiffe in Odessa sind 12 Dollar.', true],
  ])('%s %s: %s', (question, text, expected) => {
    expect(offers(question, text)).toBe(expected);
  });

  it.each<[string, string, boolean]>([
    ['How many ships left?', 'Twelve loaded ships left port.', true],
    ['How many ships left?', 'Ships left port, 12 on Monday.', true],
    ['How many ships left?', 'Ships left port after 12 days.', false],
    ['How many ships left?', 'Ships left port while 12 pilots watched.', false],
    ['How much money did the ships bring?', 'The ships brought 12 pilots.', false],
    ['How much money did the ships bring?', 'The ships brought 12 million dollars.', true],
    ['What percentage of the ships left?', 'Some 12 ships left.', false],
    ['What percentage of the ships left?', 'Half the ships left.', true],
  ])('%s %s: %s', (question, text, expected) => {
    expect(offers(question, text, 'en')).toBe(expected);
  });
});

describe('a length of time', () => {
  it.each<[string, Language, string, boolean]>([
    ['Wie lange lagen die Schiffe im Hafen?', 'de', 'Die Schiffe lagen drei Wochen im Hafen.', true],
    ['Wie lange war der Aufenthalt der Schiffe?', 'de', 'Es war ein dreistündiger Aufenthalt der Schiffe.', true],
    ['Wie lange lagen die Schiffe im Hafen?', 'de', 'Die Schiffe sollten binnen 24 Stunden in den Hafen.', false],
    ['Wie lange lagen die Schiffe im Hafen?', 'de', 'Die Schiffe lagen vor drei Jahren im Hafen.', false],
    ['Wie lange lagen die Schiffe im Hafen?', 'de', 'Im dreijährigen Krieg lagen Schiffe im Hafen.', false],
    ['Wie lange dauerte der Krieg?', 'de', 'Im dreijährigen Krieg lagen Schiffe im Hafen.', true],
    ['Wie lange soll die Waffenruhe gelten?', 'de', 'Die Waffenruhe soll von Dauer sein.', false],
    ['How long was the drive to the port?', 'en', 'The drive to the port led to a two-hour meeting.', false],
    ['How long was the meeting at the port?', 'en', 'The drive to the port led to a two-hour meeting.', true],
    ['How long did the ships stay in port?', 'en', 'The ships were in port for three days.', true],
    ['How long did the ships stay in port?', 'en', 'The ships were in port three days ago.', false],
    ['How long did the ships stay in port?', 'en', 'The ships had to be in port within two days.', false],
  ])('%s (%s) %s: %s', (question, language, text, expected) => {
    expect(offers(question, text, language)).toBe(expected);
  });
});

describe('words of somebody', () => {
  it('are those of the one who was asked about', () => {
    const text = 'Lawrow traf Rubio. Rubio sagte, das Gespräch mit Lawrow sei gut gewesen.';
    expect(offers('Was sagte Rubio über Lawrow?', text)).toBe(true);
    expect(offers('Was sagte Lawrow über Rubio?', text)).toBe(false);
    expect(offers("Rubio's verdict on Lavrov?", text)).toBe(true);
  });

  it('may be those of somebody who is not named, or of one who was named before', () => {
    const text = 'Lawrow traf Rubio. Rubio sagte, das Gespräch mit Lawrow sei gut gewesen.';
    expect(offers('Was sagte sein Sprecher über Lawrow?', text)).toBe(true);
    expect(offers('Rubio war doch da. Was hat er über Lawrow gesagt?', text)).toBe(true);
    expect(offers('Lawrow war doch da. Was hat er über Rubio gesagt?', text)).toBe(false);
  });

  it('are not asked for by a question of yes or no', () => {
    expect(offers('Hat Lawrow gesagt, dass er Rubio trifft?', 'Lawrow traf Rubio.')).toBe(true);
  });
});

describe('a thing of its kind', () => {
  it.each<[string, Language, string, boolean]>([
    ['In welcher Stadt trafen sich Putin und Trump?', 'de', 'Putin und Trump trafen sich in Genf.', true],
    ['In welcher Stadt trafen sich Putin und Trump?', 'de', 'Putin und Trump trafen sich in der Schweiz.', false],
    ['In which country did Putin meet Trump?', 'en', 'Putin met Trump in Switzerland.', true],
    ['In which country did Putin meet Trump?', 'en', 'Putin met Trump in Geneva.', false],
    ['Which countries took part with Ukraine?', 'en', 'Ukraine took part with France.', true],
    ['Which countries took part with Ukraine?', 'en', 'Ukraine took part with Marco Rubio.', false],
    ['Warum fiel das Treffen mit Putin aus?', 'de', 'Das Treffen mit Putin wäre ohne Ergebnis geblieben.', true],
    ['Warum fiel das Treffen mit Putin aus?', 'de', 'Das Treffen mit Putin fiel am Montag aus.', false],
    ['Why did Putin cancel the meeting?', 'en', 'The meeting with Putin would have been of no use.', true],
    ['Why did Putin cancel the meeting?', 'en', 'The meeting would take place on Monday, Putin said.', false],
    ['Which general met Trump?', 'en', 'General Smith met Trump.', true],
    ['Which general met Trump?', 'en', 'Marco Rubio met Trump.', false],
    ['On which day did they meet Putin?', 'en', 'They met Putin on Monday.', true],
    ['On which day did they meet Putin?', 'en', 'They met Putin soon after the call.', false],
    ['When did they meet Putin?', 'en', 'They met Putin soon after the call.', true],
    ['When did they meet Putin?', 'en', 'They called Putin on Monday.', false],
    ['Who interpreted for Putin?', 'en', 'Marco Rubio interpreted for Putin.', true],
    ['Who interpreted for Putin?', 'en', 'Marco Rubio called Putin.', false],
    ['Wer hat für Putin gedolmetscht?', 'de', 'Marco Rubio traf Putin.', false],
    ['Wo trafen sich Putin und Trump?', 'de', 'Putin und Trump trafen sich, teilte Frankreich mit.', false],
    ['Wo trafen sich Putin und Trump?', 'de', 'Putin und Trump trafen sich in Frankreich.', true],
    ['Wo trafen sich Putin und Trump?', 'de', 'Putin und Trump trafen sich nach Angaben Witkoffs.', false],
    ['Where did Putin meet Trump?', 'en', 'Putin met Trump to end the war in Ukraine.', false],
    ['Where did Putin meet Trump?', 'en', 'Putin met Trump after a call from Emmanuel Macron.', false],
    ['Where did Putin meet Trump?', 'en', 'Putin met Trump; both proposed Budapest as the venue.', true],
    ['Where did Putin meet Trump?', 'en', 'Putin met Trump at the Blue Lake Club.', true],
    ['In which hotel did Putin meet Trump?', 'en', 'Putin met Trump in Geneva.', false],
    ['In which hotel did Putin meet Trump?', 'en', 'Putin met Trump in a hotel in Geneva.', true],
  ])('%s (%s) %s: %s', (question, language, text, expected) => {
    expect(offers(question, text, language)).toBe(expected);
  });
});
