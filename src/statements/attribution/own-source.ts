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
  /** Whether the source is a medium, which only carries what `inner` says. */
  readonly carries: boolean;
}

/** Who a sentence itself says it is: the outermost source, be it only a medium. */
export function ownSource(read: ReadSentence, meaning: Meaning): Own {
  const all = findEvidence(read, read.cues, read.mood, meaning.article.resolver);
  let nameless: Own | null = null;
  for (const [at, evidence] of all.entries()) {
    if (!evidence.anaphoric && evidence.subject.length === 0) continue;
    const referent = evidence.anaphoric ? meaning.before() : meaning.of(evidence.subject, read, evidence.from);
    if (referent === null) return nameless ?? { referent, evidence, lost: true, inner: null, carries: false };
    const carries = isMedium(referent, meaning);
    const inner = innerSource(evidence, carries, all.slice(at + 1), read, meaning);
    const own = { referent, evidence, lost: false, inner, carries };
    // `Reuters reported, citing sources`: who is left without any name is vouched for by the medium.
    const isNameless =
      evidence.subject.length === 1 && evidence.subject.every((phrase) => isNobody(phrase, read, meaning));
    if (!isNameless) {
      if (nameless === null || own.carries) return own;
      break;
    }
    nameless ??= own;
  }
  return nameless ?? { referent: null, evidence: all[0] ?? null, lost: false, inner: null, carries: false };
}

/** Whose words are handed on: `Putin told Trump that …, Ushakov said`; a pronoun means the one who speaks. */
function innerSource(
  outer: Evidence,
  carries: boolean,
  others: readonly Evidence[],
  read: ReadSentence,
  meaning: Meaning,
): Referent | null {
  const mayBeInner = (own: Evidence): boolean => {
    if (carries) return !own.act;
    return outer.verb ? isReport(own) : own.verb || own.tag;
  };
  const inner = others.find((own) => own.subject.length > 0 && mayBeInner(own));
  const referent = inner === undefined ? null : meaning.of(inner.subject, read, inner.from);
  const isSame = outer.subject.some((phrase) => inner?.subject.includes(phrase));
  if (inner?.subject.every((phrase) => isNobody(phrase, read, meaning)) === true) return null;
  return referent?.animate === true && !isMedium(referent, meaning) && !isSame ? referent : null;
}

const SAID: ReadonlySet<number> = new Set([IN_CLAUSE.verb, IN_CLAUSE.thinking]);

/** Whether a verb tells what somebody said, so that it may stand in another's message. */
const isReport = ({ verb, rank, subject }: Evidence): boolean =>
  verb && SAID.has(rank % PER_SEGMENT) && subject.every(({ pronoun }) => pronoun === null);

const isNobody = (phrase: NounPhrase, { sentence }: ReadSentence, { article }: Meaning): boolean =>
  phrase.joined === null && article.resolver.classOf(phrase, sentence) === 'anonymous';

const isMedium = ({ medium, speakers }: Referent, { article }: Meaning): boolean =>
  medium || speakers.every(({ id }) => article.media.has(id));
