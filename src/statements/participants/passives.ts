import { PASSIVE } from '../reading/grammar.ts';
import { segmentAt, wordAt } from '../reading/sentence.ts';
import { AGENT, type Clause, isAgent, isFree, placed, type Related } from './clause.ts';

/** `wurde von X geleitet`, `led by X`: who does it stands behind a preposition. */
export function passive(clause: Clause, antecedent: Related | null): readonly Related[] {
  const { governed } = clause;
  const objects: readonly Related[] =
    antecedent === null ? governed.filter(isFree).map(placed(clause, 'object')) : [{ ...antecedent, as: 'object' }];
  return [...governed.filter(isAgent).map(placed(clause, 'doer')), ...objects];
}

/** Participles of German verbs: `geleitet`, `empfangen`, `begleitet`, `organisiert`. */
const PARTICIPLE = /^(?:.*ge.+(?:t|en)|(?:be|ver|emp|ent|unter).+(?:t|en)|.*iert)$/;
/** `Ließ sich von X begleiten`. */
const LET = /^liess(?:en)?$/;
const HAVE = /^(?:hat|haben|hatte|hatten|habe)$/;
const BE = /^(?:ist|sind|war|waren)$/;
/** How far behind an English participle `by` may stand: `led jointly by`. */
const BY_REACH = 2;

/** Whether what a verb is done to is its subject. */
export function isPassive({ cue, read: { sentence }, governed, first, last }: Clause): boolean {
  const agents = governed.filter(isAgent);
  if (sentence.language === 'en') {
    const isBy = (at: number): boolean => wordAt(sentence, at) === 'by';
    return agents.length > 0 && [last, last + 1, last + BY_REACH].some(isBy);
  }
  if (agents.length === 0 || !cue.words.some((word) => PARTICIPLE.test(wordAt(sentence, word)))) return false;
  const { from, to } = segmentAt(sentence, first);
  const own = sentence.words.slice(from, to).map(({ folded }) => folded);
  if (own.some((word) => HAVE.test(word))) return false;
  const isBeside = [last, last + 1].some((at) => AGENT.has(wordAt(sentence, at)));
  return isBeside || own.some((word) => LET.test(word)) || own.some((word) => PASSIVE.de.has(word) || BE.test(word));
}
