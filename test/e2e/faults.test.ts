import type { Worker } from 'node:worker_threads';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { article, asRead, quotesIn, replyOf, type Scene, sceneForTest, sharedScene } from '../support/bot.ts';

const BARGES = 'The harbour master of Odesa counted forty grain barges.';
const BELLS = 'The bells of Kharkiv rang during the talks.';
const ARTICLES = {
  'barges.md': article({ title: 'Barges' }, BARGES),
  'bells.md': article({ title: 'Bells' }, BELLS),
};
const QUESTION = 'How many grain barges did the harbour master count?';

/** Which request of an answer goes wrong: the acknowledgement of a command, its reply, the answer to a message. */
const CALLBACK = { method: 'POST', path: '/callback' };
const REPLY = { method: 'PATCH', path: '/webhooks/' };
const MESSAGE = { method: 'POST', path: '/messages' };

const shared = sharedScene({ articles: ARTICLES, errorsExpected: true });

async function asked(scene: Scene): Promise<string | undefined> {
  const anna = scene.sandbox.createUser({ name: 'anna' });
  const exchange = await scene.until('/ask', () => anna.command('ask', { question: QUESTION }));
  return quotesIn(replyOf(exchange))[0];
}

async function told(scene: Scene): Promise<string | undefined> {
  const anna = scene.sandbox.createUser({ name: 'anna' });
  const { reply } = await scene.tell(anna, QUESTION);
  expect(anna.directMessages()).toHaveLength(2);
  return quotesIn(reply)[0];
}

describe('a request that goes wrong once', () => {
  afterEach(async () => {
    shared().sandbox.faults.rest.clear();
    expect(await asked(shared())).toBe(BARGES);
  });

  const once = [
    ['Discord fails (500)', { status: 500 }],
    ['Discord is overloaded (503)', { status: 503 }],
    ['the bot has sent too much (429)', { retryAfterSeconds: 1 }],
    ['the connection breaks before', { destroy: true }],
    ['the connection breaks after it was carried out', { destroy: true, carriedOut: true }],
    ['the answer is slow', { delayMs: 200 }],
  ] as const;

  it.each(once)('is made good where the reply is sent and %s', async (_, fault) => {
    shared().sandbox.faults.rest.next({ ...REPLY, ...fault });
    expect(await asked(shared())).toBe(BARGES);
  });

  it.each(once)('is made good where the command is acknowledged and %s', async (_, fault) => {
    shared().sandbox.faults.rest.next({ ...CALLBACK, ...fault });
    expect(await asked(shared())).toBe(BARGES);
  });

  it.each(once)('is made good where a deletion is acknowledged and %s', async (_, fault) => {
    const { sandbox } = shared();
    const anna = sandbox.createUser({ name: 'anna' });
    const message = replyOf(await shared().until('/ask', () => anna.command('ask', { question: QUESTION }, 'private')));
    sandbox.faults.rest.next({ ...CALLBACK, ...fault });
    await anna.press(message, 'Delete');
    expect(message.deleted).toBe(true);
  });

  it.each(once)('is made good, without a second answer, where a message is answered and %s', async (_, fault) => {
    shared().sandbox.faults.rest.next({ ...MESSAGE, ...fault });
    expect(await told(shared())).toBe(BARGES);
  });

  it.each(once)('is made good where an answer is edited and %s', async (_, fault) => {
    const { sandbox } = shared();
    const anna = sandbox.createUser({ name: 'anna' });
    const { question, reply } = await shared().tell(anna, QUESTION);
    sandbox.faults.rest.next({ method: 'PATCH', path: '/messages/', ...fault });
    await anna.edit(question, 'When did the bells of Kharkiv ring?');
    await sandbox.waitFor(() => quotesIn(reply)[0] === BELLS, { what: 'the new answer' });
  });
});

describe('a request that cannot succeed', () => {
  afterEach(async () => {
    shared().sandbox.faults.rest.clear();
    expect(await asked(shared())).toBe(BARGES);
  });

  it.each([
    ['is unknown by then', { ...CALLBACK, status: 404, code: 10062 }],
    ['was acknowledged by another process', { ...CALLBACK, status: 400, code: 40060 }],
    ['fails however often it is tried', { ...REPLY, status: 500, times: 100 }],
    ['may not be answered', { ...REPLY, status: 403, code: 50001, times: 100 }],
    ['was deleted in between', { ...REPLY, status: 404, code: 10008, times: 100 }],
  ])('ends with the interaction that %s', async (_, fault) => {
    const anna = shared().sandbox.createUser({ name: 'anna' });
    shared().sandbox.faults.rest.next(fault);
    const sending = () => anna.command('ask', { question: QUESTION }, 'dm', { wait: 'nothing' });
    await shared().until('/ask', sending);
  });

  it('ends with the direct message where the person has closed them', async () => {
    const anna = shared().sandbox.createUser({ name: 'anna' });
    anna.acceptsDirectMessages = false;
    await shared().until('dm', () => anna.sendDirectMessage(QUESTION));
    expect(anna.directMessages()).toHaveLength(1);
  });

  it('leaves no word of question or answer and no key to the interaction in the log', async () => {
    const anna = shared().sandbox.createUser({ name: 'anna' });
    shared().sandbox.faults.rest.next({ ...REPLY, status: 500, times: 100 });
    await shared().until('/ask', () => anna.command('ask', { question: QUESTION }, 'dm', { wait: 'nothing' }));
    const logged = JSON.stringify(shared().log);
    expect(logged).toContain('Internal Server Error');
    expect(logged).not.toMatch(/harbour master|\/webhooks\/\d/);
  });
});

describe('a gateway that goes away', () => {
  const reconnected = async (fail: (scene: Scene) => void): Promise<void> => {
    const { sandbox } = shared();
    fail(shared());
    await sandbox.waitFor(() => !sandbox.connected, { what: 'the connection to break' });
  };
  const back = (): Promise<unknown> =>
    shared().sandbox.waitFor(() => shared().sandbox.connected, { timeoutMs: 15_000, what: 'the bot to come back' });

  it.each([1006, 4000, 4001, 4009])('is resumed after close code %i, and what was missed is answered', async (code) => {
    await reconnected(({ sandbox }) => sandbox.faults.gateway.close(code));
    const anna = shared().sandbox.createUser({ name: 'anna' });
    const { reply } = await shared().tell(anna, QUESTION);
    expect(quotesIn(reply)[0]).toBe(BARGES);
    await back();
    expect(await asked(shared())).toBe(BARGES);
  });

  it('is resumed where it asks for it (opcode 7)', async () => {
    const { sandbox } = shared();
    sandbox.faults.gateway.reconnect();
    const anna = sandbox.createUser({ name: 'anna' });
    const { reply } = await shared().tell(anna, QUESTION);
    expect(quotesIn(reply)[0]).toBe(BARGES);
    await back();
    expect(await asked(shared())).toBe(BARGES);
  });

  it('is logged in to again where the session is lost (opcode 9)', async () => {
    await reconnected(({ sandbox }) => sandbox.faults.gateway.invalidateSession({ resumable: false }));
    await back();
    expect(await asked(shared())).toBe(BARGES);
    expect(await told(shared())).toBe(BARGES);
  });

  it('may leave out the type of a channel: the first message there is answered all the same, once', async () => {
    const { sandbox } = shared();
    sandbox.faults.gateway.omitChannelType();
    expect(await told(shared())).toBe(BARGES);
  });
});

describe('a worker thread that dies', () => {
  const workers: Worker[] = [];
  const note = (worker: Worker): void => {
    workers.push(worker);
  };
  beforeEach(() => {
    process.on('worker', note);
  });
  afterEach(() => {
    process.off('worker', note);
    workers.splice(0);
  });

  it('is replaced: whoever asks at that moment hears of it or is answered, the next one is answered', async () => {
    const scene = await sceneForTest({ articles: ARTICLES, errorsExpected: true });
    const anna = scene.sandbox.createUser({ name: 'anna', locale: 'de' });
    expect(workers).toHaveLength(1);
    const asking = anna.command('ask', { question: QUESTION });
    await workers[0]?.terminate();
    const text = asRead(replyOf(await asking).text);
    expect(text).toMatch(/grain barges|Die Artikel sind gerade nicht erreichbar/);
    expect(await asked(scene)).toBe(BARGES);
    expect(workers).toHaveLength(2);
  });

  it('is replaced by the next question where at first it could not be', async () => {
    const scene = await sceneForTest({ articles: ARTICLES, errorsExpected: true });
    const anna = scene.sandbox.createUser({ name: 'anna' });
    for (const file of Object.keys(ARTICLES)) await scene.remove(file);
    await workers[0]?.terminate();
    expect(quotesIn(replyOf(await anna.command('ask', { question: QUESTION })))).toEqual([]);
    await scene.write('barges.md', ARTICLES['barges.md']);
    expect(await asked(scene)).toBe(BARGES);
  });
});
