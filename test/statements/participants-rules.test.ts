import { describe, expect, it } from 'vitest';
import type { Language } from '../../src/language/language.ts';
import { find, parts } from './participants-found.ts';

type Example = readonly [Language, string, readonly string[]];

describe('a part that follows from what somebody does', () => {
  it.each<Example>([
    ['en', 'Macron called Merz on Friday.', ['macron principal', 'merz principal']],
    ['en', 'Tusk called Orbán and Meloni to discuss it.', ['meloni principal', 'orban principal', 'tusk principal']],
    ['de', 'Scholz führte ein Telefonat mit Tusk.', ['scholz principal', 'tusk principal']],
    ['en', 'Macron visited Zelensky in Kyiv.', ['macron principal', 'zelensky principal']],
    ['de', 'Macron besuchte Selenskyj in Kiew.', ['macron principal', 'zelensky principal']],
    ['en', 'Merz welcomed Witkoff at the chancellery.', ['merz principal', 'witkoff delegate']],
    ['de', 'Kellogg übergab Jermak den Entwurf.', ['kellogg delegate', 'yermak delegate']],
    ['en', 'Kellogg handed the draft to Yermak.', ['kellogg delegate', 'yermak delegate']],
    ['en', 'Merz praised the plan after Kellogg met Yermak.', ['kellogg delegate', 'yermak delegate']],
    ['de', 'Kellogg führte in Kiew Gespräche mit Jermak.', ['kellogg delegate', 'yermak delegate']],
    ['de', 'Gastgeber im Élysée war Emmanuel Macron.', ['macron host']],
    ['de', 'Merz ließ sich von Sautter begleiten.', ['merz principal', 'sautter delegate']],
    ['en', 'Qatar, whose minister stayed away, mediated.', ['qatar mediator']],
    ['de', 'Ein US-Expertenteam vermittelte.', ['usa mediator']],
    ['en', 'In the room were Kellogg and Yermak.', ['kellogg delegate', 'yermak delegate']],
  ])('%s: %s', (language, body, expected) => {
    expect(parts(body, language)).toEqual(expected);
  });
});

describe('nobody takes part', () => {
  it.each<readonly [Language, string]>([
    ['en', 'Macron called Merz a friend.'],
    ['en', 'Macron called Merz’s plan bold.'],
    ['en', 'Macron called on Merz to help.'],
    ['en', 'Macron welcomed the agreement between Merz and Tusk.'],
    ['de', 'Macron begrüßte die Einigung zwischen Merz und Tusk.'],
    ['de', 'Macron begrüßte Trumps Vorstoß.'],
    ['de', 'Macron begrüßte den Entwurf von Kellogg.'],
    ['en', 'Macron visited a factory.'],
    ['en', 'Macron spoke to reporters.'],
    ['en', 'Neither Prime Minister Keir Starmer nor the German Chancellor Friedrich Merz attended.'],
    ['de', 'Weder Merz noch Macron nahm an den Gesprächen teil.'],
    ['de', 'Ein Treffen zwischen Merz und Macron ist geplant.'],
    ['en', 'Merz and Macron have not agreed to meet.'],
    ['en', 'After talks between Merz and Macron on 9 December, nothing changed.'],
    ['en', 'Russia and Ukraine exchanged 100 prisoners.'],
    ['en', 'France and Germany signed a declaration.'],
    ['en', 'The Kremlin announced the deal.'],
  ])('%s: %s', (language, body) => {
    expect(parts(body, language)).toEqual([]);
  });
});

describe('who holds an office', () => {
  it.each<Example>([
    ['en', 'Ukraine’s chief negotiator, Rustem Umerov, called the talks hard.', ['umerov delegation_lead']],
    ['en', 'Umerov, the head of the Ukrainian delegation, called the talks hard.', ['umerov delegation_lead']],
    ['de', 'Der russische Verhandlungsführer Wladimir Medinski klagte.', ['medinsky delegation_lead']],
    ['en', 'The mediator, Karl Mayer, was content.', ['person:karl-mayer mediator']],
    ['en', 'Former chief negotiator David Arakhamia called the talks hard.', []],
  ])('of talks is there, whatever the verb (%s: %s)', (language, body, expected) => {
    expect(parts(body, language)).toEqual(expected);
  });

  it('of talks only comments where two heads of state deal with each other', () => {
    const body = 'Macron and Merz spoke by phone. Ukraine’s chief negotiator, Rustem Umerov, was pleased.';
    expect(parts(body, 'en')).toEqual(['macron principal', 'merz principal']);
  });

  it.each<readonly [Language, string, string, string]>([
    ['en', 'The Turkish foreign minister chaired the session.', 'Turkish foreign minister', 'mediator'],
    ['en', 'Turkey’s foreign minister chaired the session.', 'Turkey’s foreign minister', 'mediator'],
    ['de', 'Der türkische Außenminister leitete die Sitzung.', 'türkischer Außenminister', 'mediator'],
  ])('without a name is called by it (%s: %s)', (language, body, name, part) => {
    expect(find(body, language)).toMatchObject([{ name: { de: name, en: name }, kind: 'person', side: 'TR', part }]);
  });

  it('is one of each country where several are named together', () => {
    const body = 'Die nationalen Sicherheitsberater Italiens und Polens nahmen teil.';
    expect(find(body, 'de').map(({ name, side }) => [name.de, side])).toEqual([
      ['nationaler Sicherheitsberater Italiens', 'IT'],
      ['nationaler Sicherheitsberater Polens', 'PL'],
    ]);
  });

  it.each<readonly [Language, string]>([
    ['en', 'Hakan Fidan, the Turkish foreign minister, chaired the session.'],
    ['en', 'The Turkish foreign minister, Hakan Fidan, chaired the session.'],
    ['en', 'Fidan is the Turkish foreign minister and chaired the session.'],
    ['de', 'Die Sitzung leitete Hakan Fidan, der türkische Außenminister.'],
  ])('beside the name is nobody else (%s: %s)', (language, body) => {
    expect(parts(body, language)).toEqual(['fidan mediator']);
  });

  it('for a state’s defence is a person’s too', () => {
    expect(parts('Defence Minister Jane Doe attended the talks.', 'en')).toEqual(['person:jane-doe delegate']);
  });

  it('goes on to the comma behind the name', () => {
    const body = 'Jared Kushner, son-in-law and envoy of President Donald Trump, met Zelensky.';
    expect(parts(body, 'en')).toEqual(['kushner envoy', 'zelensky principal']);
  });
});

describe('the whole article decides', () => {
  it.each<Example>([
    ['en', 'US special envoy Steve Witkoff met Putin.', ['putin principal', 'witkoff envoy']],
    ['en', 'US special envoy Steve Witkoff took part for Washington.', ['witkoff delegate']],
    [
      'en',
      'The delegates were US special envoy Steve Witkoff and Dmitriev.',
      ['dmitriev delegate', 'witkoff delegate'],
    ],
  ])('an envoy who is there for a side is a delegate (%s: %s)', (language, body, expected) => {
    expect(parts(body, language)).toEqual(expected);
  });

  it('a head who receives one side negotiates, one who receives several is the host', () => {
    expect(parts('Macron received Merz in Paris.', 'en')).toEqual(['macron principal', 'merz principal']);
    expect(parts('Macron received Merz and Meloni in Paris.', 'en')).toEqual([
      'macron host',
      'meloni principal',
      'merz principal',
    ]);
    const hosted = 'Gastgeber des Treffens war Präsident Emmanuel Macron, sein Gast Bundeskanzler Friedrich Merz.';
    expect(parts(hosted, 'de')).toEqual(['macron principal', 'merz principal']);
  });

  it('a head concludes a treaty and signs a statement', () => {
    const signed = (what: string): readonly string[] => parts(`President Alexander Stubb signed the ${what}.`, 'en');
    expect(signed('treaty')).toEqual(['stubb principal']);
    expect(signed('letter')).toEqual(['stubb signatory']);
  });

  it('who leads for the United Nations mediates', () => {
    expect(parts('UN envoy Jane Doe led the talks.', 'en')).toEqual(['person:jane-doe mediator']);
  });

  it('whoever is named ahead of others leads them', () => {
    expect(parts('Rubio and other officials held talks in Paris.', 'en')).toEqual(['rubio delegation_lead']);
  });

  it('a further name in a list is what those before it are', () => {
    const body = 'Zu den Unterzeichnern gehören Merz und Macron. Hinzu kommen Tusk und Meloni.';
    expect(parts(body, 'de')).toEqual(['macron signatory', 'meloni signatory', 'merz signatory', 'tusk signatory']);
  });

  it('the other side’s head takes part in a truce that he keeps, and in none that nobody announced', () => {
    const answer = 'Zelensky proposed extending the truce.';
    const declared = 'Putin declared a three-day truce.';
    expect(parts(`${declared} ${answer}`, 'en')).toEqual(['putin announcer', 'zelensky principal']);
    expect(parts(answer, 'en')).toEqual([]);
  });

  it('who calls a meeting off makes that known', () => {
    expect(parts('Trump said he had cancelled his meeting with Putin.', 'en')).toEqual(['trump announcer']);
  });

  it('a name for several is left out where one of them is named', () => {
    expect(parts('The Europeans took part.', 'en')).toEqual(['european-allies delegate']);
    expect(parts('The Europeans took part. France attended.', 'en')).toEqual(['france delegate']);
  });
});
