import { ask } from '../src/answer/ask.ts';
import type { Knowledge } from '../src/answer/knowledge.ts';
import { askParams } from '../src/answer/schemas.ts';
import { buildRevision } from '../src/library/revision.ts';
import { projectFile } from '../src/project.ts';
import { printStatementQuality } from './gold.ts';
import { type EvalQuestion, isRight, loadQuestionSets } from './questions.ts';

/** `npm run eval [-- --misses]`: how many questions of `test/questions/` are answered, or refused, rightly. */

type Verdict = 'right' | 'wrong' | 'silent';

interface Row {
  readonly question: EvalQuestion;
  readonly verdict: Verdict;
  readonly score: number;
  readonly first: string;
}

function judge(question: EvalQuestion, status: string, first: string): Verdict {
  if (question.unanswerable === true) return status === 'abstained' ? 'right' : 'wrong';
  if (status === 'abstained') return 'silent';
  return isRight(question, first) ? 'right' : 'wrong';
}

const share = (rows: readonly Row[]): string => {
  const right = rows.filter((row) => row.verdict === 'right').length;
  return rows.length === 0 ? '–' : `${right}/${rows.length} (${((100 * right) / rows.length).toFixed(0)} %)`;
};

const misses = process.argv.includes('--misses');
const known = new Map<string, Knowledge>();

async function knowledgeOf(articles: string): Promise<Knowledge> {
  const folders = { articles, lexicon: projectFile('corpus/lexicon'), dictionary: null };
  const knowledge = known.get(articles) ?? (await buildRevision(folders)).knowledge;
  known.set(articles, knowledge);
  return knowledge;
}

for (const set of await loadQuestionSets()) {
  const knowledge = await knowledgeOf(set.articles);
  const rows: Row[] = set.questions.map((question) => {
    const params = askParams.parse({ question: question.question, locale: question.language });
    const answer = ask(knowledge, params);
    const first = (answer.quotations[0] ?? answer.nearest[0])?.text ?? '';
    return { question, verdict: judge(question, answer.status, first), score: answer.evidence.score, first };
  });
  const answerable = rows.filter((row) => row.question.unanswerable !== true);
  const not = rows.filter((row) => row.question.unanswerable === true);
  console.log(`\n## ${set.name}: ${rows.length} questions, ${knowledge.articles.size} article(s)`);
  console.table(
    Object.fromEntries([
      ...(['de', 'en'] as const).map((language) => [
        language,
        {
          'first quotation right': share(answerable.filter((row) => row.question.language === language)),
          'rightly abstained': share(not.filter((row) => row.question.language === language)),
        },
      ]),
      ...(['style', 'kind'] as const).flatMap((by) =>
        [...new Set(rows.map((row) => row.question[by]))].map((value) => [
          `${by}: ${value}`,
          {
            'first quotation right': share(answerable.filter((row) => row.question[by] === value)),
            'rightly abstained': share(not.filter((row) => row.question[by] === value)),
          },
        ]),
      ),
      ['all', { 'first quotation right': share(answerable), 'rightly abstained': share(not) }],
    ]),
  );
  const wrong = answerable.filter((row) => row.verdict === 'wrong').length;
  const silent = answerable.filter((row) => row.verdict === 'silent').length;
  console.log(`of the answerable: ${wrong} wrong quotation, ${silent} not answered`);
  if (misses) {
    for (const row of rows.filter((each) => each.verdict !== 'right')) {
      console.log(
        `${row.verdict} ${row.score.toFixed(2)} ${row.question.id} ${row.question.question}\n      → ${row.first.slice(0, 150)}`,
      );
    }
  }
}

console.log('\n## Statements and participants, on annotated articles of the corpus');
await printStatementQuality(await knowledgeOf(projectFile('corpus/articles')), misses);
