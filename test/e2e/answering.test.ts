import { describe, expect, it } from 'vitest';
import { article, asRead, marksIn, quotesIn, replyOf, sharedScene } from '../support/bot.ts';

const HARBOUR = 'The harbour master of Odesa counted *forty* grain barges behind the breakwater.';
const LIGHTHOUSE = 'Der Leuchtturm von Kertsch bleibt nach Angaben des Kremls unbeleuchtet.';

const scene = sharedScene({
  articles: {
    'harbour.md': article(
      { title: 'Barges wait', date: '2025-06-02', outlet: 'The Herald', url: 'https://herald.example/barges' },
      `The talks went on.\n\n## At the quay\n\nNobody spoke to the press.\n\n${HARBOUR} Nobody else counted.`,
    ),
    'leuchtturm.md': article(
      { title: 'Dunkle Küste', date: '2025-07-09', language: 'de', outlet: 'Küstenbote' },
      `Über die Schifffahrt wurde verhandelt.\n\n${LIGHTHOUSE}`,
    ),
    'bells-2024.md': article(
      { title: 'Bells in spring', date: '2024-04-01', outlet: 'The Herald' },
      'The bells of Kharkiv rang during the spring round of the talks.',
    ),
    'bells-2025.md': article(
      { title: 'Bells in autumn', date: '2025-10-01', outlet: 'The Mirror' },
      'The bells of Kharkiv rang during the autumn round of the talks.',
    ),
  },
});

const ABOUT_BARGES = { question: 'How many grain barges did the harbour master count?' };
const ABOUT_BELLS = { question: 'When did the bells of Kharkiv ring?' };

describe('an answer', () => {
  it('shows the quotation first, then who says it, then outlet, title, date, section and paragraph', async () => {
    const anna = scene().sandbox.createUser({ name: 'anna' });
    const message = replyOf(await anna.command('ask', ABOUT_BARGES));
    const lines = asRead(message.texts[0] ?? '').split('\n');
    expect(lines).toEqual([
      `> ${HARBOUR}`,
      'Said by: the article itself',
      '-# The Herald · Barges wait · 2 June 2025 · section “At the quay” · paragraph 2',
    ]);
  });

  it('quotes character for character although the article holds Markdown', async () => {
    const anna = scene().sandbox.createUser({ name: 'anna' });
    const message = replyOf(await anna.command('ask', ABOUT_BARGES));
    expect(quotesIn(message)[0]).toBe(HARBOUR);
    expect(message.texts[0]).toContain('\\*forty\\*');
  });

  it('marks the asked words in bold, and no others', async () => {
    const anna = scene().sandbox.createUser({ name: 'anna' });
    const message = replyOf(await anna.command('ask', { question: 'grain barges, breakwater' }));
    const quoted = message.texts[0]?.split('\n')[0] ?? '';
    expect(marksIn(quoted)).toEqual(['grain barges', 'breakwater']);
  });

  it('names the source as the article does', async () => {
    const anna = scene().sandbox.createUser({ name: 'anna', locale: 'de' });
    const message = replyOf(await anna.command('ask', { question: 'Ist der Leuchtturm von Kertsch unbeleuchtet?' }));
    expect(quotesIn(message)[0]).toBe(LIGHTHOUSE);
    expect(asRead(message.text)).toContain('Wer es sagt: der Kreml');
    expect(asRead(message.text)).toContain('Küstenbote · Dunkle Küste · 9. Juli 2025 · Einleitung');
  });

  it('links to the article at the quoted words', async () => {
    const anna = scene().sandbox.createUser({ name: 'anna' });
    const message = replyOf(await anna.command('ask', ABOUT_BARGES));
    const link = message.buttons.find(({ url }) => url !== null);
    expect(link?.label).toBe('Open the article');
    expect(link?.url).toMatch(/^https:\/\/herald\.example\/barges#:~:text=The%20harbour%20master/);
  });

  it('reminds of the question', async () => {
    const anna = scene().sandbox.createUser({ name: 'anna' });
    const message = replyOf(await anna.command('ask', { question: 'grain barges\nof the *harbour* master' }));
    expect(asRead(message.text)).toContain('\n-# Question: grain barges of the *harbour* master');
  });

  it('pings nobody, whatever the question says', async () => {
    const anna = scene().sandbox.createUser({ name: 'anna' });
    const guild = await scene().guild({ name: 'Debate' });
    const question = `@everyone @here <@${anna.id}> how many grain barges did the harbour master count?`;
    const message = replyOf(await anna.command('ask', { question }, { guild }));
    // A doubtful quotation may come with its neighbours.
    expect(quotesIn(message).join('\n')).toContain(HARBOUR);
    expect(message.pings).toEqual([]);
    const sent = scene().sandbox.requests.filter(
      ({ method, path }) => method === 'PATCH' && path.includes('/webhooks/'),
    );
    expect(sent.length).toBeGreaterThan(0);
    for (const { body } of sent) expect(body).toMatchObject({ allowed_mentions: { parse: [] } });
  });

  it('looks for no mention and no emoji of a server, and shows them as they were written', async () => {
    const anna = scene().sandbox.createUser({ name: 'anna' });
    const plain = 'How many grain barges did the harbour master count?';
    const question = `<@${anna.id}> <:barge:123456789012345678> how many grain barges did the harbour master count? <#42>`;
    const marked = replyOf(await anna.command('ask', { question }));
    expect(quotesIn(marked)).toEqual(quotesIn(replyOf(await anna.command('ask', { question: plain }))));
    expect(marksIn(marked.text)).not.toContain('barge');
    expect(asRead(marked.text)).toContain(`-# Question: ${question}`);
    const { reply } = await scene().tell(anna, question);
    expect(quotesIn(reply)).toEqual(quotesIn(marked));
    expect(asRead(reply.text)).toContain(`-# Question: ${question}`);
    const unknown = `<@${anna.id}> @here did flamingos nest? <a:party:42>`;
    const abstained = replyOf(await anna.command('ask', { question: unknown }));
    expect(asRead(abstained.text)).toMatch(/No article mentions: “flamingos”, “nest”\.\n/);
  });

  it('is acknowledged at once and comes with the deferral as its frame', async () => {
    const anna = scene().sandbox.createUser({ name: 'anna' });
    const exchange = await anna.command('ask', ABOUT_BARGES);
    expect(exchange.deferred).toBe(true);
    expect(exchange.failed).toBeUndefined();
    expect(exchange.acknowledgedAfterMs).toBeLessThan(3_000);
    expect(exchange.messages).toHaveLength(1);
    expect(exchange.message?.edited).toBe(false);
  });
});

describe('where one asks', () => {
  it("in a server the answer is for all, in the server's language", async () => {
    const guild = await scene().guild({ name: 'Debatte', preferredLocale: 'de' });
    const anna = scene().sandbox.createUser({ name: 'anna' });
    const ben = scene().sandbox.createUser({ name: 'ben' });
    const message = replyOf(await anna.command('ask', ABOUT_BARGES, { guild }));
    expect(message.ephemeral).toBe(false);
    expect(ben.messagesIn({ guild })).toContain(message);
    expect(quotesIn(message)).toContain(HARBOUR);
    expect(message.text).toContain('der Artikel selbst');
    expect(message.buttons.map(({ label }) => label)).toContain('Löschen');
  });

  it("a private answer is for the one who asked, in the user's language, and can be shared", async () => {
    const guild = await scene().guild({ name: 'Debatte', preferredLocale: 'de' });
    const anna = scene().sandbox.createUser({ name: 'anna', locale: 'en-GB' });
    const ben = scene().sandbox.createUser({ name: 'ben' });
    const message = replyOf(await anna.command('ask', { ...ABOUT_BARGES, private: true }, { guild }));
    expect(message.ephemeral).toBe(true);
    expect(ben.messagesIn({ guild })).not.toContain(message);
    expect(message.text).toContain('the article itself');
    expect(message.buttons.map(({ label }) => label)).toContain('Share');
    expect(message.buttons.map(({ label }) => label)).not.toContain('Delete');
  });

  it("in a direct message it speaks the user's language and offers nothing to share", async () => {
    const anna = scene().sandbox.createUser({ name: 'anna', locale: 'de' });
    const message = replyOf(await anna.command('ask', { ...ABOUT_BARGES, private: true }, 'dm'));
    expect(message.text).toContain('der Artikel selbst');
    expect(message.buttons.map(({ label }) => label)).not.toContain('Teilen');
  });

  it('in a group where only the user has installed the app it answers as well', async () => {
    const anna = scene().sandbox.createUser({ name: 'anna', locale: 'de' });
    const open = replyOf(await anna.command('ask', ABOUT_BARGES, 'private'));
    expect(open.ephemeral).toBe(false);
    expect(quotesIn(open)).toContain(HARBOUR);
    expect(open.text).toContain('der Artikel selbst');
    const hidden = replyOf(await anna.command('ask', { ...ABOUT_BARGES, private: true }, 'private'));
    expect(hidden.ephemeral).toBe(true);
  });

  it('in a server that has not installed the app it answers the user who has', async () => {
    const guild = await scene().guild({ name: 'Elsewhere', preferredLocale: 'de', hasBot: false });
    const anna = scene().sandbox.createUser({ name: 'anna' });
    expect(quotesIn(replyOf(await anna.command('ask', ABOUT_BARGES, { guild })))).toContain(HARBOUR);
  });
});

describe('a narrowed question', () => {
  const bells = async (options: Readonly<Record<string, string>>): Promise<string> => {
    const anna = scene().sandbox.createUser({ name: 'anna' });
    return asRead(replyOf(await anna.command('ask', { ...ABOUT_BELLS, ...options })).text);
  };

  it('finds both articles where nothing narrows it', async () => {
    const text = await bells({});
    expect(text).toContain('spring round');
    expect(text).toContain('autumn round');
  });

  it.each([
    [{ since: '2025' }, 'autumn', 'spring'],
    [{ since: '1 May 2024' }, 'autumn', 'spring'],
    [{ until: '2024-12' }, 'spring', 'autumn'],
    [{ until: '30.9.2025' }, 'spring', 'autumn'],
    [{ since: '2024', until: '2024-04' }, 'spring', 'autumn'],
    [{ source: 'the mirror' }, 'autumn', 'spring'],
    [{ source: 'The Herald' }, 'spring', 'autumn'],
  ])('%o shows the %s and not the %s', async (options, shown, hidden) => {
    const text = await bells(options);
    expect(text).toContain(`the ${shown} round`);
    expect(text).not.toContain(`the ${hidden} round`);
  });

  it('offers the outlets while someone types', async () => {
    const anna = scene().sandbox.createUser({ name: 'anna' });
    const choices = await anna.autocomplete('ask', { ...ABOUT_BELLS, source: 'mirr' }, 'source');
    expect(choices).toEqual([{ name: 'The Mirror', value: 'The Mirror' }]);
  });

  it.each([
    [{ since: 'soon' }, 'en-US', '“soon” in “since” is not a date'],
    [{ until: 'bald' }, 'de', '„bald“ bei „until“ ist kein Datum'],
    [{ since: '2025', until: '2024' }, 'de', 'Der Zeitraum endet (2024), bevor er beginnt (2025)'],
    [{ source: 'Nowhere Post' }, 'en-US', 'There is no source “Nowhere Post” here'],
  ])('says what is wrong with %o', async (options, locale, complaint) => {
    const anna = scene().sandbox.createUser({ name: 'anna', locale });
    const message = replyOf(await anna.command('ask', { ...ABOUT_BELLS, ...options }));
    expect(asRead(message.text)).toContain(complaint);
  });
});

describe('an abstention', () => {
  it('says so, names the words that occur nowhere, the number of articles and the newest date', async () => {
    const anna = scene().sandbox.createUser({ name: 'anna' });
    const text = asRead(replyOf(await anna.command('ask', { question: 'Do flamingos nest in Bratislava?' })).text);
    expect(text.split('\n')[0]).toBe('The articles do not answer this.');
    expect(text).toMatch(/No article mentions: .*“flamingos”.*“Bratislava”/);
    expect(text).toContain('I know 4 articles, the newest dated 1 October 2025.');
  });

  it('speaks German to Germans', async () => {
    const anna = scene().sandbox.createUser({ name: 'anna', locale: 'de' });
    const text = asRead(replyOf(await anna.command('ask', { question: 'Nisten Flamingos in Bratislava?' })).text);
    expect(text.split('\n')[0]).toBe('Darauf antworten die Artikel nicht.');
    expect(text).toMatch(/In keinem Artikel kommt vor: .*„Flamingos“.*„Bratislava“/);
    expect(text).toContain('Ich kenne 4 Artikel, den neuesten vom 1. Oktober 2025.');
  });

  it('labels the nearest passages as not being the answer', async () => {
    const anna = scene().sandbox.createUser({ name: 'anna' });
    const question = 'Which flamingo steered the zeppelin over the breakwater to Bratislava?';
    const message = replyOf(await anna.command('ask', { question }));
    const text = asRead(message.text);
    expect(text.split('\n')[0]).toBe('The articles do not answer this.');
    const label = text.indexOf('These passages come nearest. They are not the answer:');
    expect(label).toBeGreaterThan(0);
    expect(label).toBeLessThan(text.indexOf(HARBOUR));
    expect(quotesIn(message).join('\n')).toContain(HARBOUR);
    expect(message.buttons.map(({ label: shown }) => shown)).not.toContain('Share');
  });
});
