import type { Language } from '../language/language.ts';
import type { TimelineEntry } from './entry.ts';
import { timelineSvg } from './picture.ts';
import { rasterise } from './rasterise.ts';
import { loadTypefaces } from './typefaces.ts';

export type { TimelineEntry } from './entry.ts';

/**
 * A timeline as PNG: 720 pixels wide, at most 4,000 high, oldest entry first, at most twelve of them.
 * The same in words is `describeTimeline`.
 * @throws Error where the picture cannot be drawn: what it would show can then still be told in words.
 */
export async function drawTimeline(entries: readonly TimelineEntry[], locale: Language): Promise<Buffer> {
  return rasterise(timelineSvg(entries, locale, await loadTypefaces()));
}
