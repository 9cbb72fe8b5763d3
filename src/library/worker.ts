import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { runRequest } from '../answer/handlers.ts';
import { toWortlautError } from '../errors.ts';
import { type FromWorker, toWorkerSchema } from './protocol.ts';
import { buildRevision, type Revision } from './revision.ts';

/** The thread that holds one revision: reads it once, reports, then answers requests until it is ended. */

const port = parentPort;
if (port === null) throw new Error('This file is the entry of a worker thread.');
const folders = z
  .strictObject({
    articles: z.string(),
    lexicon: z.string(),
    dictionary: z.string().nullable(),
    cache: z.string().nullable().default(null),
  })
  .parse(workerData);
const send = (message: FromWorker): void => port.postMessage(message);

/** Questions asked of itself before the first user's: what V8 has compiled by then, that user need not wait for. */
const WARM_UP_QUESTIONS = 3;

function warmUp(knowledge: Revision['knowledge']): void {
  for (const { title, language } of [...knowledge.articles.values()].slice(0, WARM_UP_QUESTIONS)) {
    try {
      runRequest(knowledge, 'ask', { question: title, locale: language });
    } catch (error) {
      // One question that cannot be answered must not stop a library that answers others.
      console.error(toWortlautError(error, 'ask').cause);
    }
  }
}

function serve({ knowledge, lexicon, refused, fromCache }: Revision): void {
  port?.on('message', (data: unknown) => {
    const { id, name, params } = toWorkerSchema.parse(data);
    try {
      send({ type: 'result', id, result: runRequest(knowledge, name, params) });
    } catch (error) {
      const wrapped = toWortlautError(error, name);
      if (wrapped.id === 'internal') console.error(wrapped.cause);
      send({ type: 'error', id, problem: wrapped.problem });
    }
  });
  send({
    type: 'ready',
    revision: knowledge.revision,
    lexicon,
    articles: [...knowledge.articles.values()].map(({ id, title, hash, text }) => ({ id, title, hash, text })),
    refused: [...refused],
    fromCache,
  });
  warmUp(knowledge);
}

try {
  const revision = await buildRevision(folders);
  serve(revision);
  const cause = await revision.keep();
  if (cause !== null) send({ type: 'unkept', cause });
} catch (error) {
  const wrapped = toWortlautError(error, 'library');
  if (wrapped.id === 'internal') console.error(wrapped.cause);
  send({ type: 'failed', problem: wrapped.problem });
  port.close();
}
