import { expect, it } from 'vitest';
import { article, asRead, quotesIn, replyOf, sharedScene } from '../support/bot.ts';

const BARGES = 'The harbour master of Odesa counted forty grain barges.';

const scene = sharedScene({
  articles: {
    'barges.md': article({ title: 'Barges' }, BARGES),
    'bells.md': article({ title: 'Bells' }, 'The bells of Kharkiv rang during the talks.'),
  },
});

async function posted(text: string) {
  const anna = scene().sandbox.createUser({ name: 'anna' });
  const ben = scene().sandbox.createUser({ name: 'ben', locale: 'de' });
  const guild = await scene().guild({ name: 'Debate', members: [anna, ben] });
  return { anna, ben, guild, message: await anna.post(guild, text) };
}

it('shows the passages that bear on what someone wrote, to the one who asks alone', async () => {
  const { anna, ben, guild, message } = await posted('I bet the harbour master never counted those grain barges!');
  const page = replyOf(await ben.menu('Quellen suchen', message));
  expect(page.ephemeral).toBe(true);
  expect(quotesIn(page)).toContain(BARGES);
  expect(page.text).toContain('Dazu steht in den Artikeln:');
  expect(anna.messagesIn({ guild })).toEqual([message]);
});

it('can be shared from there', async () => {
  const { anna, ben, guild, message } = await posted('I bet the harbour master never counted those grain barges!');
  const page = replyOf(await ben.menu('Quellen suchen', message));
  const sharing = replyOf(await ben.press(page, 'Teilen'));
  expect(quotesIn(sharing)).toContain(BARGES);
  expect(anna.messagesIn({ guild })).toEqual([message, sharing]);
});

it('says that there is nothing where the articles know nothing of it', async () => {
  const { anna, message } = await posted('Flamingos nest in Bratislava.');
  const page = replyOf(await anna.menu('Find sources', message));
  expect(asRead(page.text)).toMatch(/^I find nothing on this in the articles\./);
});

it.each(['', '   \n ', '<@123456789012345678> @everyone', '🕊️'])(
  'says that a message without words (%j) holds nothing to look for',
  async (text) => {
    const { anna, ben, message } = await posted(text);
    const english = replyOf(await anna.menu('Find sources', message));
    expect(asRead(english.text)).toBe('This message holds no text that I could find sources for.');
    const german = replyOf(await ben.menu('Quellen suchen', message));
    expect(asRead(german.text)).toBe('In dieser Nachricht steht kein Text, zu dem ich Quellen suchen könnte.');
  },
);

it('copes with the longest message that Discord lets anybody write', async () => {
  const sentence = 'The harbour master counted the grain barges, and nobody believed it. ';
  const { anna, message } = await posted(sentence.repeat(60).slice(0, 4_000));
  const page = replyOf(await anna.menu('Find sources', message));
  expect(quotesIn(page)).toContain(BARGES);
});

it('works on a message of the bot itself, which has components and no content', async () => {
  const anna = scene().sandbox.createUser({ name: 'anna' });
  const guild = await scene().guild({ name: 'Debate' });
  const answer = replyOf(await anna.command('ask', { question: 'Who counted the grain barges?' }, { guild }));
  const page = replyOf(await anna.menu('Find sources', answer));
  expect(asRead(page.text)).toBe('This message holds no text that I could find sources for.');
});

it('works in direct messages and groups', async () => {
  const anna = scene().sandbox.createUser({ name: 'anna' });
  const { question } = await scene().tell(anna, 'Who counted the grain barges of Odesa?');
  expect(quotesIn(replyOf(await anna.menu('Find sources', question)))).toContain(BARGES);
  const message = await anna.post('private', 'The harbour master counted grain barges.');
  const page = replyOf(await anna.menu('Find sources', message));
  expect(quotesIn(page)).toContain(BARGES);
  expect(page.ephemeral).toBe(true);
});
