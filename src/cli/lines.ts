import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { z } from 'zod';
import { languageSchema } from '../answer/schemas.ts';
import type { CommandContext } from '../command/contract.ts';
import { parseOptions } from '../command/options.ts';
import { WortlautError } from '../errors.ts';
import type { Language } from '../language/language.ts';
import { describeProblem } from '../messages/index.ts';
import { toResultLine } from './result.ts';

const id = z.union([z.string(), z.number()]);
const command = z.strictObject({ name: z.string(), options: z.record(z.string(), z.unknown()).default({}) });
/** Keys that are not known are let through: whoever makes such files keeps notes of their own in them. */
const lineSchema = z.union([
  z.looseObject({ id, command: z.string(), locale: languageSchema.optional() }),
  z.object({ id, command, locale: languageSchema.optional() }),
  z.object({ id, question: z.string(), locale: languageSchema.optional() }),
]);
const anyId = z.object({ id });

/** In which language lines are answered that name none. */
export interface LineLanguages {
  /** The one that was asked for, or null: then a question is answered in its own. */
  readonly wished: Language | null;
  /** Whatever has no language of its own. */
  readonly fallback: Language;
}

/** Reads a JSON object a line and writes one a line, in the same order; a bad line yields an error and the rest goes on. */
export async function answerLines(
  input: Readable,
  output: Writable,
  context: Omit<CommandContext, 'locale'>,
  languages: LineLanguages,
): Promise<void> {
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() === '') continue;
    const written = `${JSON.stringify(await answerLine(line, context, languages))}\n`;
    // A reader that is slower than the bot must not fill the memory.
    if (!output.write(written)) await new Promise((resolve) => output.once('drain', resolve));
  }
}

async function answerLine(
  line: string,
  context: Omit<CommandContext, 'locale'>,
  { wished, fallback }: LineLanguages,
): Promise<unknown> {
  const spoken = wished ?? fallback;
  let value: unknown;
  try {
    value = JSON.parse(line.replace(/^\uFEFF/, ''));
  } catch {
    return { id: null, error: describeProblem({ id: 'line.not-json', facts: {} }, spoken) };
  }
  const lineId = anyId.safeParse(value);
  const shownId = lineId.success ? lineId.data.id : null;
  const parsed = lineSchema.safeParse(value);
  if (!parsed.success) {
    return {
      id: shownId,
      error: describeProblem(
        { id: 'line.malformed', facts: { expected: '{"id", "question" | "command", "locale"?}' } },
        spoken,
      ),
    };
  }
  const locale = parsed.data.locale ?? spoken;
  const started = performance.now();
  try {
    const { name, options } = asked(parsed.data, context);
    const found = context.registry.slash.find((each) => each.name === name);
    if (found === undefined) throw new WortlautError('command.unknown', { name });
    // Beside a command's name the line also holds notes: only what the command declares is an option.
    const given = options ?? pick(parsed.data, Object.keys(found.options));
    const reply = await found.run({ ...context, locale }, parseOptions(found.options, given));
    const shownIn = parsed.data.locale ?? wished ?? (reply.kind === 'answer' ? reply.language : fallback);
    return { id: shownId, ...toResultLine(reply, shownIn, started) };
  } catch (error) {
    if (!(error instanceof WortlautError)) throw error;
    return { id: shownId, error: describeProblem(error.problem, locale) };
  }
}

/** The command of a line; options of null stand in the line itself, beside the command's name. */
function asked(line: z.infer<typeof lineSchema>, { registry }: Pick<CommandContext, 'registry'>) {
  if (!('command' in line)) return { name: registry.plain.name, options: { question: line.question } };
  return typeof line.command === 'string' ? { name: line.command, options: null } : line.command;
}

function pick(line: object, names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(line).filter(([name]) => names.includes(name)));
}
