import { parentPort, workerData } from 'node:worker_threads';
import { Resvg } from '@resvg/resvg-js';
import { z } from 'zod';

/** The thread that draws one picture and ends; see `rasterise.ts`. */

const { svg, fonts } = z.strictObject({ svg: z.string(), fonts: z.array(z.string()) }).parse(workerData);
const font = { loadSystemFonts: false, fontFiles: fonts };
const png = new Uint8Array(new Resvg(svg, { font }).render().asPng());
parentPort?.postMessage(png, [png.buffer]);
