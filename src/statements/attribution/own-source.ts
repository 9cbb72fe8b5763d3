import type { NounPhrase } from '../reading/phrase.ts';
import type { ReadSentence } from '../reading/reader.ts';
import type { Referent } from '../reading/resolve.ts';
import { type Evidence, IN_CLAUSE, PER_SEGMENT } from './evidence.ts';
import type { Meaning } from './meaning.ts';
import { findEvidence } from './sources.ts';

/** What a sentence itself tells about its source. */
export interface Own {
  /** Who it is; null where nobody is named, or who is meant cannot be told. */
  readonly referent: Referent | null;
  readonly evidence: Evidence | null;
  /** Whether it names somebody who cannot be told, so that nobody else may be taken for the source. */
  readonly lost: boolean;
  /** Whose words the source hands on: Putin in `Dem Kreml zufolge sagte Putin …`. */
  readonly inner: Referent | null;
}

/** Who a sentence itself says it is: the outermost source that is not only a medium. */
export function ownSource(read: ReadSentence, meaning: Meaning): Own {
  const all = findEvidence(read, read.cues, read.mood, meaning.article.resolver);
  let medium: Own | null = null;
  for (const [at, evidence] of all.entries()) {
    if (!evidence.anaphoric && evidence.subject.length === 0) continue;
    // `Ukraine rejects the plan, Reuters reported`: an act is told by who reports it, words are handed on.
    if (medium !== null && evidence.act && read.sentence.speech.length === 0) continue;
    const referent = evidence.anaphoric ? meaning.before() : meaning.of(evidence.subject, read, evidence.from);
    if (referent === null) return medium ?? { referent, evidence, lost: true, inner: null };
    const own = { referent, evidence, lost: false, inner: innerSource(evidence, all.slice(at + 1), read, meaning) };
    // `Reuters reported, citing sources`: who is left without any name is vouched for by the medium alone.
    const isNameless =
      evidence.subject.length === 1 && evidence.subject.every((phrase) => isNobody(phrase, read, meaning));
    if (isNameless && medium !== null) return medium;
    if (!isNameless && !isMedium(referent, meaning)) return own;
    medium ??= own;
  }
  return medium ?? { referent: null, evidence: all[0] ?? null, lost: false, inner: null };
}

/** Whose words are handed on: `Putin told Trump that …, Ushakov said`; a pronoun means the one who speaks. */
function innerSource(
  outer: Evidence,
  others: readonly Evidence[],
  read: ReadSentence,
  meaning: Meaning,
): Referent | null {
  const inner = others.find((own) => own.subject.length > 0 && (outer.verb ? isReport(own) : own.verb || own.tag));
  const referent = inner === undefined ? null : meaning.of(inner.subject, read, inner.from);
  const isSame = outer.subject.some((phrase) => inner?.subject.includes(phrase));
  return referent?.animate === true && !isMedium(referent, meaning) && !isSame ? referent : null;
}

/** Whether a verb tells what somebody said, so that it may stand in another's message. */
const isReport = ({ verb, rank, subject }: Evidence): boolean =>
  verb && rank % PER_SEGMENT === IN_CLAUSE.verb && subject.every(({ pronoun }) => pronoun === null);

const isNobody = (phrase: NounPhrase, { sentence }: ReadSentence, { article }: Meaning): boolean =>
  phrase.joined === null && article.resolver.classOf(phrase, sentence) === 'anonymous';

const isMedium = ({ medium, speakers }: Referent, { article }: Meaning): boolean =>
  medium || speakers.every(({ id }) => article.media.has(id));
