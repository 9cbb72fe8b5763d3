import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { Library } from '../../src/library/library.ts';
import { projectFile } from '../../src/project.ts';

/** An article in Markdown with this body. */
export const article = (body: string, title = 'Probe'): string =>
  `---\ntitle: ${JSON.stringify(title)}\ndate: 2025-03-18\nlanguage: de\noutlet: Bote\n---\n${body}\n`;

/** A folder of articles that a test may change. */
export class Articles {
  readonly folder: string;

  private constructor(folder: string) {
    this.folder = folder;
  }

  static async of(files: Readonly<Record<string, string | Uint8Array>>): Promise<Articles> {
    const parent = await mkdtemp(join(tmpdir(), 'wortlaut-library-'));
    onTestFinished(() => rm(parent, { recursive: true, force: true }));
    const articles = new Articles(join(parent, 'articles'));
    await mkdir(articles.folder);
    await articles.write(files);
    return articles;
  }

  async write(files: Readonly<Record<string, string | Uint8Array>>): Promise<void> {
    for (const [file, content] of Object.entries(files)) await writeFile(join(this.folder, file), content);
  }

  async remove(file = ''): Promise<void> {
    await rm(join(this.folder, file), { recursive: true });
  }

  /** A library on this folder, closed when the test ends. */
  async open(): Promise<Library> {
    const library = await Library.open({
      articles: this.folder,
      lexicon: projectFile('corpus/lexicon'),
      dictionary: null,
    });
    onTestFinished(() => library.close());
    return library;
  }
}
