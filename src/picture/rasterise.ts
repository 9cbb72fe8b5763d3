import { existsSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { WortlautError } from '../errors.ts';
import { projectFile } from '../project.ts';
import { FONT_FILES } from './typefaces.ts';

/** A picture takes a quarter of a second; one that takes this long hangs, and its user should hear of it. */
const DEADLINE_MS = 10_000;

/** Worker threads run compiled code only (Node 20 cannot strip types): also when the tests run the sources. */
const WORKER = projectFile('dist/src/picture/worker.js');

/** Ends when the picture asked for before is done: side by side each takes 10 MB, and none is done sooner. */
let last: Promise<unknown> = Promise.resolve();

/** One picture in a thread of its own. */
function rasteriseInThread(svg: string): Promise<Buffer> {
  const worker = new Worker(WORKER, { workerData: { svg, fonts: Object.values(FONT_FILES) } });
  const timer = setTimeout(() => void worker.terminate(), DEADLINE_MS);
  let png: Buffer | null = null;
  return new Promise<Buffer>((resolve, reject) => {
    worker.once('message', (data: unknown) => {
      if (data instanceof Uint8Array) png = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
    });
    worker.once('error', reject);
    worker.once('exit', () => {
      if (png === null) reject(new Error('The thread that draws a picture ended without one.'));
      else resolve(png);
    });
  }).finally(() => clearTimeout(timer));
}

/**
 * Draws an SVG as PNG. Each picture has a thread that ends with it: resvg blocks while it draws, and what it takes is
 * outside of V8's heap and would be kept until a collection that an idle bot hardly ever does (measured 2026-11-23: 60
 * pictures took 415 MB in the main thread, 38 MB in threads of their own, and 200 of them less than 50 MB).
 * @throws WortlautError `internal` where the project is not built, Error where the SVG is not well-formed or drawing
 *   takes longer than ten seconds.
 */
export function rasterise(svg: string): Promise<Buffer> {
  if (!existsSync(WORKER)) throw new WortlautError('internal', { reference: 'npm run build' });
  const picture = last.then(() => rasteriseInThread(svg));
  last = picture.catch(() => undefined);
  return picture;
}
