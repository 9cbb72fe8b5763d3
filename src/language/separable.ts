import { isStopWord } from './stop-words.ts';
import type { Token } from './tokens.ts';

/** Particles that a German verb parts with in main clauses, all of them function words or adverbs by themselves. */
const PARTICLES = new Set(
  `ab an auf aus bei ein fest fort frei her heraus herein hin hinaus los mit nach raus rein statt teil uber um unter vor
  weg weiter wieder zu zuruck zusammen zustande`.split(/\s+/),
);
/** Behind a particle at the end of its clause: a mark, another clause, or nothing. */
const CLAUSE_END =
  /^\s*(?:$|[^\p{L}\p{N}\s'’"„“»«(]|(?:und|oder|aber|sondern|obwohl|weil|wenn|als|bevor|nachdem|and|or|but|because|when|after|before)(?!\p{L}))/iu;
/** What parts a clause from the one before it. */
const BETWEEN_CLAUSES = /[,;:.?!–—]/;
/** Enough of what follows a word to see whether a clause ends. */
const AHEAD = 20;

/** Whether a clause ends behind a token. */
export const endsClause = (text: string, { end }: Token): boolean => CLAUSE_END.test(text.slice(end, end + AHEAD));

/** Further from its particle a verb is rarely found in news. */
const LONGEST_CLAUSE = 25;

/** What stands apart in a text and belongs together; tokens by their position. */
interface Separated {
  /** Verbs as they are with their particles, folded. */
  readonly joined: ReadonlyMap<number, string>;
  readonly particles: ReadonlySet<number>;
}

/** Whether a folded word is a particle that verbs part with. */
export const isSeparable = (folded: string): boolean => PARTICLES.has(folded);

/** Verbs that are function words by themselves. */
const LIGHT_VERBS = new Set(['gibt', 'gab', 'gaben', 'sagt', 'hatte', 'hatten', 'ist', 'war', 'waren']);

const mayBeVerb = ({ surface, folded }: Token): boolean =>
  surface === surface.toLowerCase() && (LIGHT_VERBS.has(folded) || !isStopWord(folded, 'de'));

/**
 * The verbs of a German text that stand apart from their particles (`sagte … ab`), joined as in a clause that ends with
 * them (`absagte`).
 * @param isVerb Whether there is a verb of this form, folded.
 */
export function joinSeparated(text: string, tokens: readonly Token[], isVerb: (folded: string) => boolean): Separated {
  const joined = new Map<number, string>();
  const particles = new Set<number>();
  for (const particle of tokens) {
    if (!PARTICLES.has(particle.folded) || !endsClause(text, particle)) continue;
    const first = Math.max(0, particle.position - LONGEST_CLAUSE);
    // The finite verb is the first of its clause that the particle fits.
    let verb: Token | undefined;
    for (let at = particle.position - 1; at >= first; at--) {
      const token = tokens[at];
      const next = tokens[at + 1];
      if (token === undefined || next === undefined || BETWEEN_CLAUSES.test(text.slice(token.end, next.start))) break;
      if (!joined.has(at) && mayBeVerb(token) && isVerb(particle.folded + token.folded)) verb = token;
    }
    if (verb === undefined) continue;
    joined.set(verb.position, particle.folded + verb.folded);
    particles.add(particle.position);
  }
  return { joined, particles };
}
