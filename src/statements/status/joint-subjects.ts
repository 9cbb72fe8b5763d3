import type { Lexicon } from '../../language/lexicon.ts';
import { namedWords } from '../named-words.ts';
import { PREPOSITIONS } from '../reading/grammar.ts';
import { segmentAt, type TokenizedSentence, wordAt } from '../reading/sentence.ts';
import type { MarkedSentence } from './status-context.ts';

const AND: ReadonlySet<string> = new Set(['und', 'and']);
const ARTICLE: ReadonlySet<string> = new Set(['der', 'die', 'das', 'the']);
const PRONOUN: ReadonlySet<string> = new Set(['er', 'sie', 'he', 'she']);

/** JointSubjects is responsible for telling whether both sides do something: then a yes is an agreement. */
export class JointSubjects {
  readonly #lexicon: Lexicon;

  constructor(lexicon: Lexicon) {
    this.#lexicon = lexicon;
  }

  /** Whether the subject of a verb is several: in English before it, in German anywhere in its clause. */
  isJoint({ sentence, marks }: MarkedSentence, verb: number): boolean {
    const { from, to } = segmentAt(sentence, verb);
    const end = sentence.language === 'en' ? verb : to;
    const isSubject = (at: number): boolean => !PREPOSITIONS[sentence.language].has(wordAt(sentence, at - 1));
    const isWithin = (at: number): boolean => from <= at && at < end;
    if (marks('jointly').some((range) => isWithin(range.from) && isSubject(range.from))) return true;
    const names = this.#namesIn(sentence);
    for (let at = from + 1; at < end - 1; at++) {
      if (!AND.has(wordAt(sentence, at)) || !names.has(at - 1)) continue;
      const next = ARTICLE.has(wordAt(sentence, at + 1)) ? at + 2 : at + 1;
      if (names.has(next) && isSubject(startOf(sentence, names, at - 1))) return true;
    }
    return false;
  }

  /** The words that name somebody: a name of the lexicon, or a person's pronoun. */
  #namesIn(sentence: TokenizedSentence): ReadonlySet<number> {
    const pronouns = sentence.words.flatMap(({ folded }, at) => (PRONOUN.has(folded) ? [at] : []));
    return new Set([...namedWords(sentence, this.#lexicon), ...pronouns]);
  }
}

/** Where a name of several words, with the article before it, begins. */
function startOf(sentence: TokenizedSentence, names: ReadonlySet<number>, last: number): number {
  let start = last;
  while (start > 0 && (names.has(start - 1) || ARTICLE.has(wordAt(sentence, start - 1)))) start--;
  return start;
}
