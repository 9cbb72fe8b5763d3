import type { Article } from '../corpus/article.ts';
import { lineAt } from '../corpus/text.ts';
import { tokenize } from '../language/tokens.ts';
import { shorten } from '../shorten.ts';
import { sliceOf } from '../span.ts';
import { sentencesOf } from './body.ts';
import { count, type Finding } from './finding.ts';
import type { OwnWords } from './own-words.ts';

/** Shorter sentences ("Putin agreed.") are alike by nature: nobody copied them, and no quotation rests on them. */
const SHORTEST_OWN_SENTENCE = 5;
/**
 * A longer run of own words in two articles of one language is most likely copied. Up to here they are what cannot be
 * said otherwise each time: "head of the presidential office", "according to the joint statement of".
 */
const LONGEST_SHARED_RUN = 8;
/** Of what is repeated, enough to find it in the file: UTF-16 code units. */
const LONGEST_EXCERPT = 90;

/** A sentence of an article by its words, folded: case, punctuation, accents and line ends do not tell two apart. */
interface Worded {
  readonly article: Article;
  readonly text: string;
  /** Counted from 1. */
  readonly line: number;
  readonly words: readonly string[];
  /** Without names, numbers and offices. */
  readonly own: readonly string[];
}

/** Sentences, and long runs of words, that stand in two places: every answer should have one passage to quote. */
export function checkRepetition(articles: readonly Article[], ownWords: OwnWords): readonly Finding[] {
  const sentences = articles.flatMap((article) => wordedSentences(article, ownWords));
  return [...repeatedSentences(sentences), ...sharedRuns(sentences)];
}

function wordedSentences(article: Article, ownWords: OwnWords): readonly Worded[] {
  return sentencesOf(article).map((sentence) => {
    const text = sliceOf(article.text, sentence);
    return {
      article,
      text,
      line: lineAt(article.text, sentence.start),
      words: tokenize(text).map(({ folded }) => folded),
      own: ownWords.of(text, article.language),
    };
  });
}

function repeatedSentences(sentences: readonly Worded[]): readonly Finding[] {
  const first = new Map<string, Worded>();
  const findings: Finding[] = [];
  for (const sentence of sentences) {
    if (sentence.words.length < SHORTEST_OWN_SENTENCE) continue;
    const key = sentence.words.join(' ');
    const earlier = first.get(key);
    if (earlier === undefined) first.set(key, sentence);
    else findings.push(repeated('error', sentence, earlier, 'The sentence', sentence.text));
  }
  return findings;
}

/** One finding for two sentences that share a run, with the longest one; sentences that are alike are left out. */
function sharedRuns(sentences: readonly Worded[]): readonly Finding[] {
  const length = LONGEST_SHARED_RUN + 1;
  const seen = new Map<string, Worded>();
  const findings: Finding[] = [];
  for (const sentence of sentences) {
    const reported = new Set<Worded>();
    for (let at = 0; at + length <= sentence.own.length; at++) {
      const key = `${sentence.article.language} ${sentence.own.slice(at, at + length).join(' ')}`;
      const earlier = seen.get(key);
      if (earlier === undefined) seen.set(key, sentence);
      else if (earlier.article !== sentence.article && !reported.has(earlier) && !isSame(earlier, sentence)) {
        reported.add(earlier);
        const run = longestRun(sentence.own, earlier.own);
        const what = `A run of ${count(run.length, 'word')} (besides names and offices)`;
        findings.push(repeated('warning', sentence, earlier, what, run.join(' ')));
      }
    }
  }
  return findings;
}

const isSame = (a: Worded, b: Worded): boolean => a.words.join(' ') === b.words.join(' ');

/** The longest sequence that two sequences share. */
function longestRun(a: readonly string[], b: readonly string[]): readonly string[] {
  let longest: readonly string[] = [];
  for (let from = 0; from < a.length; from++) {
    for (let start = 0; start < b.length; start++) {
      let length = 0;
      while (from + length < a.length && a[from + length] === b[start + length]) length++;
      if (length > longest.length) longest = a.slice(from, from + length);
    }
  }
  return longest;
}

function repeated(severity: Finding['severity'], here: Worded, there: Worded, what: string, words: string): Finding {
  return {
    severity,
    file: here.article.file,
    line: here.line,
    problem: `${what} stands in ${there.article.file}:${there.line} too: “${shorten(words.replace(/\s+/g, ' '), LONGEST_EXCERPT)}”`,
    remedy: 'Word one of the two anew.',
  };
}
