import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type CheckResult, checkCorpus } from '../../src/check/check.ts';
import { formatFinding } from '../../src/check/finding.ts';
import { loadLexicon } from '../../src/language/lexicon.ts';
import { describeProblem } from '../../src/messages/index.ts';
import { projectFile } from '../../src/project.ts';

const lexicon = await loadLexicon(projectFile('corpus/lexicon'));

export const EVENT = 'vienna-2030-02-14';
export const GERMAN = `${EVENT}.de.md`;
export const ENGLISH = `${EVENT}.en.md`;

const SOURCE = "  - { outlet: Bote, url: 'https://bote.example/a', date: 2030-02-15 }";

/** A made-up article that nothing is wrong with. */
const DE = `---
title: Treffen in Wien
date: 2030-02-14
language: de
outlet: Dossier
event: ${EVENT}
sources:
${SOURCE}
---
In Wien haben Marco Rubio und Sergej Lawrow am 14. Februar anderthalb Stunden lang über den Krieg gesprochen. Rubio
leitete die Delegation der USA, Lawrow vertrat Russland.

## Gefangene

Beide Seiten wollen laut Lawrow je 1.200 Gefangene austauschen, und zwar am 20. und 21. Februar. Es wäre der dritte
Austausch in diesem Winter, so der Minister aus Moskau. Wer genau freikommt, stehe noch nicht fest, sagte Lawrow weiter.

## Pause

Eine dreitägige Waffenruhe für die Hälfte der Front nannte Rubio ein Ziel für den März. Er habe Selenskyjs
Zustimmung, teilte Washington später mit. Die Armee der Ukraine solle in dieser Zeit in ihren Stellungen bleiben, hieß
es in der Mitteilung, die auch auf weitere Gespräche in den kommenden Wochen verwies.
`;

const EN = `---
title: Meeting in Vienna
date: 2030-02-14
language: en
outlet: Dossier
event: ${EVENT}
sources:
${SOURCE}
---
Marco Rubio, who led the US delegation, and Sergey Lavrov of Russia met in Vienna on 14 February 2030. They talked for
90 minutes about the war and about what could be done for those it holds captive.

## Captives

An exchange of 1,200 prisoners from each side is planned for 20 and 21 February, the Kremlin's envoy Lavrov announced.
He called it the third of its kind since autumn and said that the lists were not complete.

## A pause

For half of the front Rubio named a truce of 72 hours in March as his aim. Ukraine's army would then stay where it is,
the White House said, adding that Zelensky had given his consent and that more talks would follow in the coming weeks.
`;

export const ARTICLES = { [GERMAN]: DE, [ENGLISH]: EN };

/** A statement that both articles hold. */
export const STATEMENT = {
  id: `${EVENT}#1`,
  actor: 'US and Russia',
  by: 'Lavrov',
  text: '1,200 prisoners each are to be exchanged on 20 and 21 February.',
  numbers: ['1,200 for 1,200'],
  sources: ['bote'],
  confidence: 'high',
};

/** What the made-up articles hold, as facts. */
export const FACTS = {
  sources: { bote: { url: 'https://bote.example/a', outlet: 'Bote', date: '2030-02-15' } },
  events: [
    {
      id: EVENT,
      date: '2030-02-14',
      participants: [
        { name: 'Marco Rubio', role: 'US secretary of state' },
        { name: 'Sergey Lavrov', role: 'foreign minister of Russia' },
      ],
      statements: [
        STATEMENT,
        {
          id: `${EVENT}#2`,
          actor: 'Ukrainian army',
          by: 'White House (14 February)',
          text: 'A truce of three days in early March for half of the front; Zelensky agrees.',
          sources: ['bote'],
          confidence: 'medium',
        },
        {
          id: `${EVENT}#3`,
          actor: 'Hegseth',
          by: 'Hegseth',
          text: 'Unsure whether 77 drones were seen.',
          sources: [],
          confidence: 'low',
        },
      ],
    },
  ],
};

/** Facts with one more statement: the usual one with these fields instead of its own. */
export function factsWith(fields: Readonly<Record<string, unknown>>): typeof FACTS {
  const [event] = FACTS.events;
  if (event === undefined) return FACTS;
  return { ...FACTS, events: [{ ...event, statements: [...event.statements, { ...STATEMENT, ...fields }] }] };
}

/** A folder with these files, removed when the test is done. */
export async function folderOf(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'wortlaut-check-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  for (const [file, text] of Object.entries(files)) await writeFile(join(folder, file), text);
  return folder;
}

/** Checks a folder of these articles against a file of facts. */
export async function checkAgainst(
  facts: { readonly path: string; readonly mayBeMissing: boolean },
  articles: Readonly<Record<string, string>> = ARTICLES,
): Promise<CheckResult> {
  const folder = await folderOf(articles);
  return checkCorpus({ folder, facts, lexicon, describe: (problem) => describeProblem(problem, 'en') });
}

/** Checks a folder of these articles against these facts (a value, or the text of the file). */
export async function check(
  articles: Readonly<Record<string, string>> = ARTICLES,
  facts: unknown = FACTS,
): Promise<CheckResult> {
  const beside = await folderOf({ 'facts.yaml': typeof facts === 'string' ? facts : JSON.stringify(facts) });
  return checkAgainst({ path: join(beside, 'facts.yaml'), mayBeMissing: false }, articles);
}

/** What a check finds, a line a finding; a file of facts is called by its name alone. */
export async function findings(...given: Parameters<typeof check>): Promise<readonly string[]> {
  const { findings: found } = await check(...given);
  return found.map((finding) => formatFinding({ ...finding, file: finding.file.replace(/^.*\//, '') }));
}

/** The good articles with one text of one file replaced; fails where that text does not stand in it. */
export function edited(file: string, from: string, to: string): Readonly<Record<string, string>> {
  const text = { ...ARTICLES }[file] ?? '';
  if (!text.includes(from)) throw new Error(`${file} does not hold “${from}”`);
  return { ...ARTICLES, [file]: text.replaceAll(from, to) };
}
