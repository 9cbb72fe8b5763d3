import { readFile } from 'node:fs/promises';
import { LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import { isCalendarDate } from '../corpus/calendar-date.ts';
import { WortlautError } from '../errors.ts';
import type { Finding } from './finding.ts';

const text = z.string().min(1);
const date = z.string().refine(isCalendarDate, 'not a date (2025, 2025-03 or 2025-03-18)');

/** What is used of a file of facts; whatever else its authors note there is let through. */
const Statement = z.object({
  id: text,
  /** Whose act it is, in words: `Trump and Putin`. */
  actor: text,
  /** Who says so, in words: `Kremlin (28 April)`. */
  by: text,
  text,
  /** Numbers and dates that a reader should find, as they are written: `72 hours`, `1,000 for 1,000`, `12 May`. */
  numbers: z.array(text).default([]),
  /** Keys of `sources`. */
  sources: z.array(text),
  confidence: z.enum(['high', 'medium', 'low', 'seed']),
  /** The statement's number in the first article, which holds all of these. */
  seed_fact: z.number().optional(),
});

const Event = z.object({
  id: text,
  date,
  /** The last day, where the event lasted longer than one. */
  end_date: date.optional(),
  participants: z.array(z.object({ name: text, role: text })),
  statements: z.array(Statement),
});

const Source = z.object({ url: text, outlet: text, date });

const Facts = z.object({ sources: z.record(z.string(), Source), events: z.array(Event) });

/** Something that someone says or does at an event. Its words are English. */
export type Statement = z.infer<typeof Statement>;
/** A call, a meeting, a swap: what articles are about. */
export type Event = z.infer<typeof Event>;
/** Where a statement was first told. */
export type FactSource = z.infer<typeof Source>;
/** What the articles should hold. */
export type Facts = z.infer<typeof Facts>;

/** A file of facts, or what is wrong with it. */
export type FactsFile =
  | { readonly facts: Facts; readonly findings: readonly [] }
  | { readonly facts: null; readonly findings: readonly Finding[] };

/** @throws WortlautError `corpus.unreadable` where the file cannot be read */
export async function loadFacts(path: string): Promise<FactsFile> {
  const lines = new LineCounter();
  const document = parseDocument(await read(path), { lineCounter: lines });
  const fault = (line: number | null, problem: string): FactsFile => ({
    facts: null,
    findings: [{ severity: 'error', file: path, line, problem, remedy: 'Mend the file; the facts were not checked.' }],
  });
  const [broken] = document.errors;
  if (broken !== undefined) return fault(lines.linePos(broken.pos[0]).line, `This is not YAML (${broken.code}).`);
  const result = Facts.safeParse(document.toJS());
  if (result.success) return { facts: result.data, findings: [] };
  const [issue] = result.error.issues;
  return fault(null, `“${issue?.path.map(String).join('.')}” is not what facts hold: ${issue?.message}.`);
}

async function read(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    const cause = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new WortlautError('corpus.unreadable', { path, cause }, { cause: error });
  }
}
