import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, expect, onTestFinished } from 'vitest';
import { z } from 'zod';
import { registry } from '../../commands/index.ts';
import { type Bot, startBot } from '../../src/discord/bot.ts';
import { Library } from '../../src/library/library.ts';
import { projectFile } from '../../src/project.ts';
import type {
  Exchange,
  Message,
  Sandbox,
  SandboxGuild,
  SandboxOptions,
  SandboxUser,
} from '../../src/sandbox/sandbox.ts';
import { startCheckedSandbox } from './sandbox.ts';

export interface SceneOptions {
  /** The articles by file name. Default: those that come with the project. */
  readonly articles?: Readonly<Record<string, string | Uint8Array>>;
  readonly operatorIds?: readonly string[];
  readonly sandbox?: SandboxOptions;
  /** Faults are part of the test: that the bot logs errors does not fail it. */
  readonly errorsExpected?: boolean;
}

const LogLine = z.looseObject({ level: z.number(), msg: z.string(), interaction: z.string().optional() });
type LogLine = z.infer<typeof LogLine>;

/** What pino calls `error`. */
const ERROR_LEVEL = 50;

/**
 * The real bot with a library of its own in a sandbox of its own. The folders of articles and of the lexicon are
 * copies that a test may change.
 */
export class Scene {
  readonly sandbox: Sandbox;
  readonly articlesDir: string;
  readonly lexiconDir: string;
  readonly log: LogLine[] = [];
  readonly #folder: string;
  readonly #options: SceneOptions;
  #running: { readonly bot: Bot; readonly library: Library } | null = null;
  #checked = { violations: 0, log: 0 };

  private constructor(sandbox: Sandbox, folder: string, options: SceneOptions) {
    this.sandbox = sandbox;
    this.#folder = folder;
    this.#options = options;
    this.articlesDir = join(folder, 'articles');
    this.lexiconDir = join(folder, 'lexicon');
  }

  static async start(options: SceneOptions = {}): Promise<Scene> {
    const folder = await mkdtemp(join(tmpdir(), 'wortlaut-'));
    const scene = new Scene(await startCheckedSandbox(options.sandbox), folder, options);
    try {
      await cp(projectFile('corpus/lexicon'), scene.lexiconDir, { recursive: true });
      if (options.articles === undefined) {
        await cp(projectFile('corpus/articles'), scene.articlesDir, { recursive: true });
      } else {
        await mkdir(scene.articlesDir);
        for (const [file, content] of Object.entries(options.articles)) await scene.write(file, content);
      }
      await scene.#open();
      return scene;
    } catch (error) {
      await scene.close();
      throw error;
    }
  }

  get bot(): Bot {
    if (this.#running === null) throw new Error('The bot is not running.');
    return this.#running.bot;
  }

  /** Writes an article's file. */
  async write(file: string, content: string | Uint8Array): Promise<void> {
    await writeFile(join(this.articlesDir, file), content);
  }

  async remove(file: string): Promise<void> {
    await rm(join(this.articlesDir, file));
  }

  /** Ends the bot; the sandbox, its people and their messages stay. */
  async stop(): Promise<void> {
    const running = this.#running;
    this.#running = null;
    await running?.bot.stop();
    await running?.library.close();
  }

  /** Ends the bot and starts another one, which knows nothing of what the first one did. */
  async restart(): Promise<void> {
    await this.stop();
    await this.#open();
  }

  /** Creates a server that the bot has heard of. */
  async guild(guild: Parameters<Sandbox['createGuild']>[0]): Promise<SandboxGuild> {
    const created = this.sandbox.createGuild(guild);
    if (created.hasBot) await this.sandbox.waitFor(() => this.bot.client.guilds.cache.has(created.id));
    return created;
  }

  /** Writes to the bot and waits for its reply. */
  async tell(user: SandboxUser, text: string): Promise<{ readonly question: Message; readonly reply: Message }> {
    const question = await this.until('dm', () => user.sendDirectMessage(text));
    return { question, reply: await this.replyTo(question) };
  }

  /** Waits for the bot's reply to a direct message. */
  replyTo(question: Message): Promise<Message> {
    const isReply = (message: Message): boolean => message.reference === question.id && !message.deleted;
    return this.sandbox.waitFor(() => question.channel.messages.find(isReply), { what: 'a reply' });
  }

  /**
   * Runs something, and waits until the bot has logged that it is done with `interaction`. It logs after it has replied:
   * what must not be mistaken for the end of this one has to be waited for in the same way.
   */
  async until<T>(interaction: string, act: () => Promise<T>): Promise<T> {
    const before = this.#logged(interaction);
    const result = await act();
    await this.sandbox.waitFor(() => this.#logged(interaction) > before, { what: `the end of "${interaction}"` });
    return result;
  }

  /** Fails the test when Discord would have refused a request since the last check, or the bot logged an error. */
  check(): void {
    const { violations, log } = this.#checked;
    this.#checked = { violations: this.sandbox.violations.length, log: this.log.length };
    expect(this.sandbox.violations.slice(violations), 'requests that Discord would refuse').toEqual([]);
    if (this.#options.errorsExpected === true) return;
    expect(
      this.log.slice(log).filter(({ level }) => level >= ERROR_LEVEL),
      'errors in the log',
    ).toEqual([]);
  }

  async close(): Promise<void> {
    await this.stop();
    await this.sandbox.close();
    await rm(this.#folder, { recursive: true, force: true });
  }

  #logged(interaction: string): number {
    return this.log.filter((line) => line.interaction === interaction).length;
  }

  async #open(): Promise<void> {
    const library = await Library.open({ articles: this.articlesDir, lexicon: this.lexiconDir, dictionary: null });
    try {
      const bot = await startBot({
        library,
        registry,
        log: pino({ base: null }, { write: (line) => this.log.push(LogLine.parse(JSON.parse(line))) }),
        token: this.sandbox.token,
        apiUrl: this.sandbox.apiUrl,
        operatorIds: this.#options.operatorIds ?? [],
      });
      this.#running = { bot, library };
    } catch (error) {
      await library.close();
      throw error;
    }
  }
}

/** A scene for one test: checked and closed when the test ends, however it ends. */
export async function sceneForTest(options: SceneOptions = {}): Promise<Scene> {
  const scene = await Scene.start(options);
  onTestFinished(async () => {
    try {
      scene.check();
    } finally {
      await scene.close();
    }
  });
  return scene;
}

/** A scene that the tests of a file, or of a `describe`, share: checked after each of them. */
export function sharedScene(options: SceneOptions = {}): () => Scene {
  let scene: Scene | undefined;
  const get = (): Scene => {
    if (scene === undefined) throw new Error('The scene opens before the first test.');
    return scene;
  };
  beforeAll(async () => {
    scene = await Scene.start(options);
  });
  afterEach(() => get().check());
  afterAll(() => scene?.close());
  return get;
}

/** The message that came of an exchange. */
export function replyOf({ message, failed }: Exchange): Message {
  if (message === undefined) throw new Error(`No reply: ${failed}`);
  return message;
}

/** The block quotes of a message as a reader sees them: without the escapes and the marks, one string each. */
export function quotesIn(message: Message): string[] {
  return message.texts.flatMap((text) =>
    [...text.matchAll(/(?:^> .*(?:\n|$))+/gm)].map(([block]) => asRead(block.trimEnd().replace(/^> /gm, ''))),
  );
}

/** What Discord shows for a text: the escapes and the bold marks are gone. */
export const asRead = (markdown: string): string =>
  markdown.replace(/\\([^0-9A-Za-z\s])|\*\*/g, (_, escaped: string | undefined) => escaped ?? '');

/** What is shown in bold, in order. */
export const marksIn = (markdown: string): string[] =>
  [...markdown.matchAll(/\*\*(.+?)\*\*/g)].map(([, marked = '']) => asRead(marked));

/** The text of a Markdown article. */
export function article(
  fields: {
    readonly title: string;
    readonly date?: string;
    readonly language?: 'de' | 'en';
    readonly outlet?: string;
    readonly url?: string;
  },
  body: string,
): string {
  const { title, date = '2025-06-02', language = 'en', outlet = 'The Herald', url } = fields;
  const head = [`title: '${title}'`, `date: ${date}`, `language: ${language}`, `outlet: ${outlet}`];
  return ['---', ...head, ...(url === undefined ? [] : [`url: ${url}`]), '---', body, ''].join('\n');
}
