import { describe, expect, it } from 'vitest';
import type { Message, RecordedRequest } from '../../src/sandbox/sandbox.ts';
import { article, asRead, quotesIn, type Scene, sceneForTest, sharedScene } from '../support/bot.ts';

const BARGES = 'The harbour master of Odesa counted forty grain barges.';
const BELLS = 'The bells of Kharkiv rang during the talks.';
const LEUCHTTURM = 'Der Leuchtturm von Kertsch bleibt unbeleuchtet.';
const ARTICLES = {
  'barges.md': article({ title: 'Barges' }, BARGES),
  'bells.md': article({ title: 'Bells' }, BELLS),
  'leuchtturm.md': article({ title: 'Dunkle Küste', language: 'de' }, LEUCHTTURM),
};
const ASK_BARGES = 'How many grain barges did the harbour master count?';
const ASK_BELLS = 'When did the bells of Kharkiv ring?';
const ASK_LEUCHTTURM = 'Ist der Leuchtturm von Kertsch unbeleuchtet?';

const shared = sharedScene({ articles: ARTICLES });

/** The requests that write or delete something in a channel. */
const writes = (scene: Scene): readonly RecordedRequest[] =>
  scene.sandbox.requests.filter(({ method, path }) => method !== 'GET' && path.startsWith('/channels/'));

const shows = (scene: Scene, reply: Message, quote: string): Promise<true> =>
  scene.sandbox.waitFor(() => quotesIn(reply)[0] === quote && (true as const), { what: `"${quote}"` });

describe('a direct message', () => {
  it('is answered as a reply to the question, without a ping', async () => {
    const anna = shared().sandbox.createUser({ name: 'anna' });
    const { reply } = await shared().tell(anna, ASK_BARGES);
    expect(quotesIn(reply)[0]).toBe(BARGES);
    expect(reply.pings).toEqual([]);
    expect(asRead(reply.text)).toContain(`-# Question: ${ASK_BARGES}`);
    expect(anna.directMessages()).toHaveLength(2);
  });

  it('in German is answered in German, in English in English, whatever the article speaks', async () => {
    const anna = shared().sandbox.createUser({ name: 'anna' });
    const english = await shared().tell(anna, 'Is the Leuchtturm of Kertsch unbeleuchtet, or was it not?');
    expect(quotesIn(english.reply)[0]).toBe(LEUCHTTURM);
    expect(english.reply.text).toContain('the article itself');
    const german = await shared().tell(anna, ASK_LEUCHTTURM);
    expect(german.reply.text).toContain('der Artikel selbst');
  });

  it('gets an honest abstention as well', async () => {
    const anna = shared().sandbox.createUser({ name: 'anna' });
    const german = await shared().tell(anna, 'Wie viele Flamingos nisten in der Stadt Bratislava?');
    expect(german.reply.text).toContain('Darauf antworten die Artikel nicht.');
    const english = await shared().tell(anna, 'How many flamingos are nesting in the city of Bratislava?');
    expect(english.reply.text).toContain('The articles do not answer this.');
  });

  it('has working buttons, the delete button for the asker among them', async () => {
    const anna = shared().sandbox.createUser({ name: 'anna' });
    const { reply } = await shared().tell(anna, ASK_BARGES);
    const context = await anna.press(reply, 'Context');
    expect(quotesIn(context.message ?? reply)).toEqual([BARGES]);
    await anna.press(reply, 'Delete');
    expect(reply.deleted).toBe(true);
  });

  it('of one person is for that person alone', async () => {
    const anna = shared().sandbox.createUser({ name: 'anna' });
    const ben = shared().sandbox.createUser({ name: 'ben' });
    const [first, second] = await Promise.all([shared().tell(anna, ASK_BARGES), shared().tell(ben, ASK_BELLS)]);
    expect(quotesIn(first.reply)[0]).toBe(BARGES);
    expect(quotesIn(second.reply)[0]).toBe(BELLS);
    expect(ben.directMessages()).toEqual([second.question, second.reply]);
  });

  it("is not answered where it is the bot's own or stands in a server", async () => {
    const scene = shared();
    const anna = scene.sandbox.createUser({ name: 'anna' });
    const guild = await scene.guild({ name: 'Debate', members: [anna] });
    await anna.post(guild, ASK_BARGES);
    // What comes later is handled later: when this one is answered, the others have been passed over.
    const { reply } = await scene.tell(anna, ASK_BELLS);
    await scene.until('dm', () => anna.sendDirectMessage(ASK_BARGES));
    expect(anna.messagesIn({ guild })).toHaveLength(1);
    expect(anna.directMessages().filter(({ reference }) => reference === reply.id)).toEqual([]);
  });
});

describe.each([['at once'], ['after a restart']])('a question that is edited %s', (when) => {
  const prepared = async () => {
    const scene = when === 'at once' ? shared() : await sceneForTest({ articles: ARTICLES });
    const anna = scene.sandbox.createUser({ name: 'anna' });
    const told = await scene.tell(anna, ASK_BARGES);
    if (when === 'after a restart') await scene.restart();
    return { scene, anna, ...told };
  };

  it('has its answer edited', async () => {
    const { scene, anna, question, reply } = await prepared();
    await anna.edit(question, ASK_BELLS);
    await shows(scene, reply, BELLS);
    expect(asRead(reply.text)).toContain(`-# Question: ${ASK_BELLS}`);
    expect(anna.directMessages()).toEqual([question, reply]);
  });

  it('ends with the answer to the last of several quick edits', async () => {
    const { scene, anna, question, reply } = await prepared();
    await anna.edit(question, ASK_BELLS);
    await anna.edit(question, ASK_BARGES);
    await anna.edit(question, ASK_LEUCHTTURM);
    await shows(scene, reply, LEUCHTTURM);
    await scene.until('dm edit', () => anna.edit(question, ASK_BELLS));
    await shows(scene, reply, BELLS);
    expect(anna.directMessages()).toEqual([question, reply]);
  });

  it('has its answer deleted when it is deleted', async () => {
    const { scene, anna, question, reply } = await prepared();
    await anna.delete(question);
    await scene.sandbox.waitFor(() => reply.deleted, { what: 'the answer to be deleted' });
    expect(anna.directMessages()).toEqual([]);
  });
});

describe('a question', () => {
  it('whose edit changes nothing costs no request', async () => {
    const scene = shared();
    const anna = scene.sandbox.createUser({ name: 'anna' });
    const { question } = await scene.tell(anna, ASK_BARGES);
    const before = writes(scene).length;
    await scene.until('dm edit', () => anna.edit(question, `${ASK_BARGES}  `));
    expect(writes(scene)).toHaveLength(before);
  });

  it('that is edited before it is answered is answered once, as it reads in the end', async () => {
    const scene = shared();
    const anna = scene.sandbox.createUser({ name: 'anna' });
    const question = await anna.sendDirectMessage(ASK_BARGES);
    await anna.edit(question, ASK_BELLS);
    await shows(scene, await scene.replyTo(question), BELLS);
    expect(anna.directMessages()).toHaveLength(2);
  });

  it('that is deleted before it is answered leaves no answer behind', async () => {
    const scene = shared();
    const anna = scene.sandbox.createUser({ name: 'anna' });
    const question = await scene.until('dm', async () => {
      const sent = await anna.sendDirectMessage(ASK_BARGES);
      await anna.delete(sent);
      return sent;
    });
    await scene.sandbox.waitFor(() => question.channel.messages.every(({ deleted }) => deleted), {
      what: 'nothing left',
    });
  });

  it('whose answer was deleted by its button can be deleted and edited without harm', async () => {
    const scene = shared();
    const anna = scene.sandbox.createUser({ name: 'anna' });
    const { question, reply } = await scene.tell(anna, ASK_BARGES);
    await anna.press(reply, 'Delete');
    await scene.until('dm edit', () => anna.edit(question, ASK_BELLS));
    await scene.until('dm delete', () => anna.delete(question));
    expect(anna.directMessages()).toEqual([]);
  });

  it('far above other messages is found after a restart', async () => {
    const scene = await sceneForTest({ articles: ARTICLES });
    const anna = scene.sandbox.createUser({ name: 'anna' });
    const { question, reply } = await scene.tell(anna, ASK_BARGES);
    for (let count = 0; count < 5; count++) await scene.tell(anna, ASK_LEUCHTTURM);
    await scene.restart();
    await anna.edit(question, ASK_BELLS);
    await shows(scene, reply, BELLS);
  });
});
