import { segmentAt, type TokenizedSentence, wordAt } from '../reading/sentence.ts';
import { rankOf, type Status } from './status.ts';
import { belongTogether } from './status-context.ts';

/** Something that a sentence does, or seems to do, by some of its words. */
export interface Act {
  readonly status: Status;
  /** One of {@link LEVEL}. */
  readonly level: number;
  /** Indices of its first and last word. */
  readonly at: number;
  readonly last: number;
}

/**
 * How much a cue tells, before precedence is asked: an act in a main clause, a plan or a duty by its modal verb, the
 * same two in a clause that only describes, a mere report, a noun.
 */
export const LEVEL = { act: 6, mark: 5, aside: 4, asideMark: 3, report: 2, noun: 1, asideNoun: 0 } as const;

/** In the article's own voice a noun or a clause that describes only mentions an act: `Absage oder Aufschub: …`. */
export const MENTIONED: ReadonlySet<number> = new Set([LEVEL.aside, LEVEL.asideMark, LEVEL.noun, LEVEL.asideNoun]);

/** Acts whose content is not an act of its own: who demands that something be accepted has not accepted it. */
const GOVERNING: ReadonlySet<Status> = new Set<Status>([
  'demanded',
  'proposed',
  'rejected',
  'accepted',
  'ordered',
  'threatened',
  'agreed',
]);

/** What another act is about counts as an aside: `demanded that Kyiv accept`, `…, forderte der Kreml`. */
export function withScope(acts: readonly Act[], sentence: TokenizedSentence): Act[] {
  const governing = acts.filter(({ level, status }) => level === LEVEL.act && GOVERNING.has(status));
  return acts.map((act) => {
    const isGoverned = governing.some((other) => governs(other, act, sentence));
    return act.level === LEVEL.act && isGoverned ? { ...act, level: LEVEL.aside } : act;
  });
}

/** `ready to talk only once …`, `nur wenn …`: a condition is no content of a yes, it limits it. */
const LIMITING: ReadonlySet<string> = new Set(['only', 'nur', 'erst', 'provided', 'vorausgesetzt']);

function governs(act: Act, content: Act, sentence: TokenizedSentence): boolean {
  if (LIMITING.has(wordAt(sentence, content.at))) return false;
  const isSameClause = sentence.segmentOf[act.at] === sentence.segmentOf[content.at];
  if (act.at === content.at) return false;
  if (act.at > content.at) return !isSameClause && isFrame(act, sentence);
  if (isSameClause) return sentence.language === 'en' && belongTogether(sentence, act.at, content.at);
  return segmentAt(sentence, content.at).opening === 'content';
}

/** `…, according to the draft` tells where something is from, it does not do it. */
const SOURCING: ReadonlySet<string> = new Set(['according', 'under', 'laut', 'nach', 'gemass']);

/** Whether an act closes the sentence and so frames all that stands before: `…, schlug Macron vor`. */
function isFrame({ at, last }: Act, sentence: TokenizedSentence): boolean {
  const { from, to, opening } = segmentAt(sentence, at);
  if (to < sentence.words.length || opening !== 'main' || SOURCING.has(wordAt(sentence, at))) return false;
  return sentence.language === 'de' ? at === from : last === to - 1;
}

/** The act that holds of several, or null where there is none. */
export function strongest(acts: readonly Act[]): Act | null {
  const compare = (a: Act, b: Act): number => b.level - a.level || rankOf(a.status) - rankOf(b.status) || a.at - b.at;
  return [...acts].sort(compare)[0] ?? null;
}
