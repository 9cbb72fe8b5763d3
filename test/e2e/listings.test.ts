import { describe, expect, it } from 'vitest';
import { messagesIn } from '../../src/messages/index.ts';
import type { Message, SandboxUser } from '../../src/sandbox/sandbox.ts';
import { asRead, marksIn, quotesIn, replyOf, type Scene, sceneForTest, sharedScene } from '../support/bot.ts';
import { TALKS } from '../support/talks.ts';

const shared = sharedScene({ articles: TALKS });

const person = (locale = 'en-US', scene = shared()): SandboxUser => scene.sandbox.createUser({ name: 'anna', locale });
const run = async (command: string, options: Readonly<Record<string, string | boolean>>, locale = 'en-US') =>
  replyOf(await person(locale).command(command, options));

const WITHDRAWAL = 'Auf einen Abzug aus dem Donbass haben sich die Seiten nicht geeinigt, sagte Uschakow.';
const ENERGY =
  'Russland und die USA haben eine Pause der Angriffe auf Energieanlagen von 30 Tagen vereinbart, teilte der Kreml mit.';

describe('/terms', () => {
  it('shows by topic what was agreed and what was not, each on the word of those who say so', async () => {
    const message = await run('terms', { event: 'call' }, 'de');
    const text = asRead(message.text);
    expect(text).toContain(`## ${messagesIn('de').listing.titles.terms}\n`);
    expect(text).toContain('Ereignis: Das Telefonat');
    expect(text).toContain(`### Gebiete und Grenzen\n> ${WITHDRAWAL}\nnicht vereinbart, so Juri Uschakow`);
    expect(text).toContain(`### Angriffe auf Energieanlagen\n> ${ENERGY}\nvereinbart, so der Kreml`);
    expect(quotesIn(message)).toHaveLength(3);
  });

  it('promises in its heading what is listed: of one status that one', async () => {
    expect(asRead((await run('terms', { status: 'announced' }, 'de')).text)).toMatch(/^## Was angekündigt ist\n/);
    expect(asRead((await run('terms', { status: 'announced' })).text)).toMatch(/^## What is announced\n/);
  });

  it('takes a status from its list, and refuses another with what is possible', async () => {
    expect(quotesIn(await run('terms', { status: 'not_agreed' }, 'de'))).toEqual([WITHDRAWAL]);
    const exchange = await person('de').command('terms', { status: 'gewünscht' }, 'dm', { unchecked: true });
    expect(asRead(replyOf(exchange).text)).toMatch(/„gewünscht“ ist bei „status“ nicht möglich.*nicht vereinbart/);
  });

  it('can be private, and shared', async () => {
    const guild = await shared().guild({ name: 'Debate' });
    const anna = person();
    const message = replyOf(await anna.command('terms', { event: 'call', private: true }, { guild }));
    expect(message.ephemeral).toBe(true);
    const page = replyOf(await anna.press(message, 'Share'));
    expect(page.ephemeral).toBe(false);
    expect(quotesIn(page)).toEqual(quotesIn(message));
  });

  it('is shared as it stands: with headings and what narrows it, in the language of the server', async () => {
    const guild = await shared().guild({ name: 'Debatte', preferredLocale: 'de' });
    const anna = person();
    const message = replyOf(await anna.command('timeline', { since: '2025-05', private: true }, { guild }));
    expect(asRead(message.text)).toContain('What happened when');
    const page = replyOf(await anna.press(message, 'Share'));
    expect(asRead(page.text)).toMatch(/^## Was wann geschah\n-# Seit: Mai 2025\n/);
    expect(asRead(page.text)).toContain('Geteilt von anna');
    expect(quotesIn(page)).toEqual(quotesIn(message));
    expect(page.attachments).toHaveLength(1);
    const other = shared().sandbox.createUser({ name: 'ben' });
    const refused = replyOf(await other.press(page, 'Löschen'));
    expect(asRead(refused.text)).toContain('can delete this answer');
    await anna.press(page, 'Löschen');
    expect(page.deleted).toBe(true);
  });
});

describe('/conditions', () => {
  it('shows by side who demands and rejects what', async () => {
    const text = asRead((await run('conditions', { by: 'Kyiv' })).text);
    expect(text).toContain('### Ukraine\n> Kiew lehnte einen Abzug aus dem Donbass ab.\nrejected, according to');
    expect(text).not.toContain('Putin');
  });
});

describe('/participants', () => {
  it('shows who took part, as what, with the sentence that says so', async () => {
    const text = asRead((await run('participants', { event: 'geneva' }, 'de')).text);
    expect(text).toMatch(/### Die USA\nMarco Rubio – .*Leitung der Delegation\n> US-Außenminister Marco Rubio leitete/);
    expect(text).toMatch(/### Die Ukraine\nAndrij Jermak – .*Leitung der Delegation\n> Andrij Jermak führte/);
  });
});

describe('people of several sides in one sentence', () => {
  it('share its quotation', async () => {
    const both = 'Marco Rubio and Andriy Yermak led the delegations.';
    const scene = await sceneForTest({
      articles: {
        'a.md': `---\ntitle: Talks\ndate: 2025-11-23\nlanguage: en\noutlet: Courier\n---\n${both}\n`,
      },
    });
    const message = replyOf(await person('en-US', scene).command('participants', { event: 'talks' }));
    expect(quotesIn(message)).toEqual([both]);
    expect(asRead(message.text)).toMatch(/### Ukraine\nAndriy Yermak – .*\n-# In the same quotation\./);
    expect(asRead(message.text)).toContain('2 passages.');
  });
});

describe('/compare', () => {
  it('shows beside each other what two sides say, with what differs in bold', async () => {
    const message = await run('compare', { topic: 'ceasefire_energy', a: 'usa', b: 'russia' }, 'de');
    expect(message.text).toMatch(
      /\*\*Die USA\*\*\n> .*\*\*Häfen\*\*.*\n(?:.*\n)*\*\*Russland\*\*\n> .*\*\*30 Tagen\*\*/,
    );
    expect(marksIn(message.text)).not.toContain('Energieanlagen');
  });

  it('says so where one side says nothing', async () => {
    const text = asRead((await run('compare', { topic: 'ceasefire_energy', a: 'usa', b: 'ukraine' })).text);
    expect(text).toContain('On this the articles report no statement by this side: Ukraine.');
  });
});

describe('/timeline', () => {
  it('shows a picture with a text alternative, and the same in the text', async () => {
    const message = await run('timeline', {});
    const [picture] = message.attachments;
    expect(picture).toMatchObject({ filename: 'timeline.png', contentType: 'image/png' });
    expect([...(picture?.bytes.slice(1, 4) ?? [])].map((byte) => String.fromCharCode(byte)).join('')).toBe('PNG');
    expect(JSON.stringify(message.components)).toContain('attachment://timeline.png');
    const text = asRead(message.text);
    for (const title of ['The call', 'The swap', 'Runde in Genf']) {
      expect(text).toContain(title);
      expect(picture?.description).toContain(title);
    }
    expect(text).toContain('1 event without a date is missing here.');
    expect(text.indexOf('The call')).toBeLessThan(text.indexOf('The swap'));
  });
});

const MANY = Object.fromEntries(
  Array.from({ length: 15 }, (_, number) => {
    const day = String(number + 1).padStart(2, '0');
    const head = `title: Round ${number}\ndate: 2025-06-${day}\nlanguage: en\noutlet: Courier`;
    return [`r${day}.md`, `---\n${head}\n---\nPutin and Trump agreed on exchange number ${number} of prisoners.\n`];
  }),
);
const isNext = ({ label }: Message['buttons'][number]): boolean => label === 'Next';

/** Presses "Next" until there is none, and returns all quotations in order. */
async function readAll(anna: SandboxUser, first: Message): Promise<string[]> {
  const quotes = quotesIn(first);
  for (let page = first; page.buttons.some(isNext); ) {
    page = replyOf(await anna.press(page, 'Next'));
    quotes.push(...quotesIn(page));
  }
  return quotes;
}

describe('a listing that is longer than a message', () => {
  const EXPECTED = Array.from(
    { length: 15 },
    (_, at) => `Putin and Trump agreed on exchange number ${14 - at} of prisoners.`,
  );
  const start = async (scene: Scene, command: string) => {
    const anna = person('en-US', scene);
    return { anna, message: replyOf(await anna.command(command, {})) };
  };

  it.each([
    ['terms', EXPECTED],
    ['timeline', [...EXPECTED].reverse()],
  ] as const)(
    '/%s is read page by page, every line once, in order, also after a restart',
    async (command, expected) => {
      const scene = await sceneForTest({ articles: MANY });
      const { anna, message } = await start(scene, command);
      expect(message.buttons.some(isNext)).toBe(true);
      expect(asRead(message.text)).toMatch(/1–\d+ of 15 passages/);
      expect(await readAll(anna, message)).toEqual(expected);
      await scene.restart();
      expect(await readAll(anna, message)).toEqual(expected);
    },
  );

  it('says that the articles have changed where they have', async () => {
    const scene = await sceneForTest({ articles: MANY });
    const { anna, message } = await start(scene, 'terms');
    await scene.remove('r07.md');
    await scene.sandbox.application.owner.command('reindex');
    const page = replyOf(await anna.press(message, 'Next'));
    expect(asRead(page.text)).toBe('The articles have changed since this answer. Ask the question again.');
    expect(quotesIn(message).length).toBeGreaterThan(0);
  });

  it.each(['page:0:x', 'page:3:abcdefgh.00', 'page:999999:........'])(
    'answers the forged button %s',
    async (customId) => {
      const message = await run('terms', {});
      const page = replyOf(await person().press(message, customId, { unchecked: true }));
      expect(asRead(page.text)).toBe('The articles have changed since this answer. Ask the question again.');
    },
  );
});

describe('autocomplete', () => {
  it.each([
    ['terms', 'topic', 'geb', 'de', ['Gebiete und Grenzen']],
    ['terms', 'topic', 'borders', 'en-US', ['Territory and borders']],
    ['terms', 'event', 'genf', 'de', ['2025-11 · Runde in Genf']],
    ['terms', 'event', 'call', 'en-US', ['2025-03-18 · The call']],
    ['terms', 'by', 'selen', 'de', ['Wolodymyr Selenskyj']],
    ['conditions', 'by', 'zel', 'en-US', ['Volodymyr Zelensky']],
    ['participants', 'side', 'ukr', 'en-US', ['Ukraine', 'the Ukrainian government']],
    ['compare', 'a', 'xyz', 'de', []],
    ['timeline', 'topic', 'energie', 'de', ['Angriffe auf Energieanlagen']],
  ])('/%s offers for %s, typed as "%s" (%s), %j', async (command, option, typed, locale, offered) => {
    const choices = await person(locale).autocomplete(command, { [option]: typed }, option);
    expect(choices.map(({ name }) => name)).toEqual(offered);
  });
});

describe('where nothing fits', () => {
  it('the reply names what was asked for, and what there is instead', async () => {
    const message = await run('terms', { event: 'call', topic: 'elections' }, 'de');
    const text = asRead(message.text);
    expect(quotesIn(message)).toEqual([]);
    expect(text).toContain('Thema: Wahlen · Ereignis: Das Telefonat');
    expect(text).toContain('Dazu steht nichts in den Artikeln.');
    expect(text).toMatch(/Mit anderer Angabe bei „Thema“ gibt es: .*Gebiete und Grenzen/);
    expect(text).toContain('Ich kenne 5 Artikel');
  });

  it.each([
    ['terms', { topic: 'Kochen' }, 'There is no topic “Kochen” here.', 'Ein Thema „Kochen“ gibt es hier nicht.'],
    ['terms', { by: '@everyone' }, 'no statement', 'keine Aussage'],
    ['participants', { event: 'Mond' }, 'There is no event “Mond” here.', 'Ein Ereignis „Mond“ gibt es hier nicht.'],
    ['compare', { topic: 'territory', a: 'Moskau', b: 'russia' }, 'two different sides', 'zwei verschiedene Seiten'],
    ['timeline', { since: '2026', until: '2025' }, 'ends (2025) before it begins (2026)', 'endet (2025), bevor er'],
    ['terms', { event: 'alt', since: '2025' }, 'carries no date', 'trägt kein Datum'],
  ] as const)('/%s %j is answered with one clear sentence', async (command, options, english, german) => {
    for (const [locale, sentence] of [
      ['en-US', english],
      ['de', german],
    ] as const) {
      const message = await run(command, options, locale);
      expect(asRead(message.text)).toContain(sentence);
      expect(message.pings).toEqual([]);
    }
  });
});
