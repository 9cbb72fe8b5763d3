import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { Typeface } from './typeface.ts';

const require = createRequire(import.meta.url);

/** The two weights in which pictures are set. They come with the bot, so that it needs no fonts of the system. */
export const FONT_FILES = {
  regular: require.resolve('@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf'),
  strong: require.resolve('@expo-google-fonts/source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf'),
} as const;

export type Typefaces = Readonly<Record<keyof typeof FONT_FILES, Typeface>>;

let loading: Promise<Typefaces> | null = null;

async function load(): Promise<Typefaces> {
  const [regular, strong] = await Promise.all([readFile(FONT_FILES.regular), readFile(FONT_FILES.strong)]);
  return { regular: new Typeface(regular), strong: new Typeface(strong) };
}

/** What the fonts can draw and how wide it is: read for the first picture, then kept. */
export function loadTypefaces(): Promise<Typefaces> {
  loading ??= load();
  return loading;
}
