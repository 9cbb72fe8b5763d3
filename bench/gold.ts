import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { z } from 'zod';
import type { Knowledge } from '../src/answer/knowledge.ts';
import type { Article, Sentence } from '../src/corpus/article.ts';
import { fold } from '../src/language/fold.ts';
import { PARTS } from '../src/language/part-cues.ts';
import { projectFile } from '../src/project.ts';
import { sliceOf } from '../src/span.ts';
import type { Speaker } from '../src/statements/attribution/attribution.ts';

const ids = z.array(z.string());
const goldSchema = z.strictObject({
  articles: z.array(
    z.strictObject({
      article: z.string(),
      sentences: z.array(
        z.strictObject({
          /** Its first words. */
          begins: z.string(),
          reported: z.boolean(),
          source: ids,
          actor: ids,
          status: z.string(),
          topics: ids,
        }),
      ),
      participants: z.array(
        z.strictObject({
          name: z.string(),
          id: z.string().nullable(),
          side: z.string().nullable(),
          part: z.enum(PARTS),
        }),
      ),
    }),
  ),
});
type GoldArticle = z.infer<typeof goldSchema>['articles'][number];
type GoldSentence = GoldArticle['sentences'][number];

/** A state, its government and the house it sits in act as one: which of them is named makes no difference here. */
const SAME: Readonly<Record<string, string>> = {
  'white-house': 'usa',
  kremlin: 'russia',
  'russian-government': 'russia',
  'ukrainian-government': 'ukraine',
};
const canonical = (id: string): string => SAME[id] ?? id;

/** Whether a speaker is the annotated one: by id, or, outside the lexicon, by the words of the phrase. */
function isOne(gold: string, { id, name }: Speaker): boolean {
  if (canonical(gold) === canonical(id)) return true;
  const [wanted, found] = [fold(gold), fold(name.de)];
  return found.includes(wanted) || (found.length > 3 && wanted.includes(found));
}

const areSame = (gold: readonly string[], found: readonly Speaker[]): boolean =>
  gold.every((each) => found.some((speaker) => isOne(each, speaker))) &&
  found.every((speaker) => gold.some((each) => isOne(each, speaker)));

const percent = (part: number, whole: number): string => (whole === 0 ? '–' : `${((100 * part) / whole).toFixed(0)} %`);
function f1(right: number, found: number, gold: number): string {
  const [precision, recall] = [right / Math.max(1, found), right / Math.max(1, gold)];
  const mean = (2 * precision * recall) / Math.max(Number.EPSILON, precision + recall);
  return `${mean.toFixed(2)} (P ${precision.toFixed(2)}, R ${recall.toFixed(2)})`;
}

/** The annotated sets of `test/statements/gold/` on the shipped articles, by name. */
async function readGold(): Promise<ReadonlyMap<string, readonly GoldArticle[]>> {
  const folder = projectFile('test/statements/gold');
  const files = (await readdir(folder)).filter((file) => /^talks-.*\.yaml$/.test(file)).sort();
  const sets = files.map(async (file) => {
    const { articles } = goldSchema.parse(load(await readFile(join(folder, file), 'utf8')));
    return [file.replace(/\.yaml$/, ''), articles] as const;
  });
  return new Map(await Promise.all(sets));
}

function sentencesOf(article: Article): Sentence[] {
  return article.sections.flatMap((section) => section.passages.flatMap((passage) => [...passage.sentences]));
}

/** Prints how well statements and participants are recognised; with `misses`, also what was not. */
export async function printStatementQuality(knowledge: Knowledge, misses: boolean): Promise<void> {
  const table: Record<string, Record<string, string | number>> = {};
  for (const [name, articles] of await readGold()) {
    const pairs = articles.flatMap(({ article: id, sentences }) => {
      const article = knowledge.articles.get(id);
      if (article === undefined) throw new Error(`${name}: no article ${id}`);
      const all = sentencesOf(article);
      return sentences.map((gold: GoldSentence) => {
        const sentence = all.find((span) => sliceOf(article.text, span).startsWith(gold.begins));
        if (sentence === undefined) throw new Error(`${id}: no sentence begins “${gold.begins}”`);
        return {
          id,
          gold,
          text: sliceOf(article.text, sentence),
          found: knowledge.statementOf(article, sentence.start),
        };
      });
    });
    const isReported = ({ found }: (typeof pairs)[number]): boolean => found.attribution.voice !== 'article';
    const bothReported = pairs.filter((pair) => pair.gold.reported && isReported(pair));
    const named = pairs.filter(({ gold }) => gold.reported && gold.source.length > 0);
    const rightSource = named.filter(({ gold, found }) => areSame(gold.source, found.attribution.source));
    const wrongSource = named.filter(
      ({ gold, found }) => found.attribution.source.length > 0 && !areSame(gold.source, found.attribution.source),
    );
    const withActor = pairs.filter(({ gold }) => gold.actor.length > 0);
    let [right, withPart, found, wanted] = [0, 0, 0, 0];
    for (const { article: id, participants } of articles) {
      const article = knowledge.articles.get(id);
      const people = article === undefined ? [] : knowledge.participantsOf(article);
      wanted += participants.length;
      found += people.length;
      for (const gold of participants) {
        const one = people.find(
          (person) =>
            person.id === gold.id ||
            fold(person.name.en) === fold(gold.name) ||
            fold(person.name.de) === fold(gold.name),
        );
        if (one !== undefined) right++;
        if (one?.part === gold.part) withPart++;
        if (misses && one === undefined) console.log(`${id}: participant ${gold.name} (${gold.part}) not found`);
      }
      for (const person of people) {
        if (misses && !participants.some((gold) => gold.id === person.id || fold(gold.name) === fold(person.name.en)))
          console.log(`${id}: participant ${person.name.en} (${person.part}) too many`);
      }
    }
    table[name] = {
      sentences: pairs.length,
      'reported or not, F1': f1(
        bothReported.length,
        pairs.filter(isReported).length,
        pairs.filter(({ gold }) => gold.reported).length,
      ),
      'source right': percent(rightSource.length, named.length),
      'source wrong': percent(wrongSource.length, named.length),
      'actor right': percent(
        withActor.filter(({ gold, found: it }) => areSame(gold.actor, it.attribution.actor)).length,
        withActor.length,
      ),
      'status right': percent(pairs.filter(({ gold, found: it }) => gold.status === it.status).length, pairs.length),
      'first topic right': percent(
        pairs.filter(({ gold, found: it }) => gold.topics[0] === it.topics[0]).length,
        pairs.length,
      ),
      'topic among them': percent(
        pairs.filter(({ gold, found: it }) =>
          gold.topics.length === 0 ? it.topics.length === 0 : gold.topics.some((topic) => it.topics.includes(topic)),
        ).length,
        pairs.length,
      ),
      'participants, F1': f1(right, found, wanted),
      'with their part, F1': f1(withPart, found, wanted),
    };
    if (!misses) continue;
    for (const { id, gold, found: it, text } of pairs) {
      const wrong = [
        ...(gold.reported === (it.attribution.voice !== 'article') ? [] : [`reported: ${gold.reported}`]),
        ...(gold.reported && !areSame(gold.source, it.attribution.source)
          ? [`source: ${gold.source} / ${it.attribution.source.map((each) => each.id)}`]
          : []),
        ...(gold.status === it.status ? [] : [`status: ${gold.status} / ${it.status}`]),
        ...(gold.topics[0] === it.topics[0] ? [] : [`topic: ${gold.topics} / ${it.topics}`]),
      ];
      if (wrong.length > 0) console.log(`${id}: ${text}\n    ${wrong.join('; ')}`);
    }
  }
  console.table(table);
}
