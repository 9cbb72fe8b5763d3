import type { NounPhrase } from '../reading/phrase.ts';
import type { ReadSentence } from '../reading/reader.ts';
import type { Referent } from '../reading/resolve.ts';
import { distinct } from '../reading/speaker.ts';
import { actsIn } from './actors.ts';
import type { Evidence } from './evidence.ts';
import { isPlural, type Meaning } from './meaning.ts';
import type { Act } from './types.ts';

/**
 * Whose act a sentence tells; null where it tells none, or that of the one who speaks.
 * @param source who says the sentence, or null
 */
export function actorOf(read: ReadSentence, source: Referent | null, meaning: Meaning): Referent | null {
  for (const act of actsIn(read, meaning.article.resolver)) {
    if (act.mentioned && source !== null) continue;
    const inner = act.subject.filter((phrase) => isInner(phrase, read));
    const referent = inner.length > 0 ? withPronoun(act, inner, source, read, meaning) : whoDoes(act, read, meaning);
    if (referent !== null || inner.length > 0) return referent;
  }
  // `Der amerikanische Vorschlag sieht vor, …`: what it contains is proposed by its author.
  const [first] = read.phrases;
  const isSubject = source !== null && first !== undefined && first.preposition === null && first.nominative;
  return isSubject ? meaning.authorOf(first, read) : null;
}

/** Behind others of its own sentence a pronoun may mean one of them: where somebody speaks, most likely this one. */
const isInner = ({ pronoun, from }: NounPhrase, { phrases }: ReadSentence): boolean =>
  pronoun !== null && phrases.some((other) => other.pronoun === null && other.from < from);

/** `Zelensky said he and Trump agreed`: who speaks, with the others; `Fidan said they agreed`: those named before. */
function withPronoun(
  { subject, verb }: Act,
  inner: readonly NounPhrase[],
  source: Referent | null,
  read: ReadSentence,
  meaning: Meaning,
): Referent | null {
  if (source === null || source.plural) return null;
  if (subject.length === 1)
    return inner.some((phrase) => isPlural(phrase, read, verb)) ? meaning.of(subject, read, verb) : null;
  const others = meaning.of(
    subject.filter((phrase) => !inner.includes(phrase)),
    read,
    null,
  );
  if (others === null || source.speakers[0]?.kind !== 'person') return null;
  return { ...others, speakers: distinct([...source.speakers, ...others.speakers]), plural: true };
}

function whoDoes({ subject, verb }: Act, read: ReadSentence, meaning: Meaning): Referent | null {
  const [text] = subject;
  if (text === undefined) return meaning.partners();
  return meaning.authorOf(text, read) ?? meaning.of(subject, read, verb);
}

/** Whose act a source's words are, if not all the source's: the author's of a text, or who speaks for others too. */
export function speakingBy(evidence: Evidence | null, read: ReadSentence, meaning: Meaning): Referent | null {
  const [text] = evidence?.subject ?? [];
  if (evidence === null || text === undefined) return null;
  if (evidence.acting.length < evidence.subject.length) return meaning.of(evidence.acting, read, evidence.from);
  return meaning.authorOf(text, read);
}
