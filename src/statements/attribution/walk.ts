import type { Span } from '../../span.ts';
import type { ReadArticle, ReadSentence } from '../reading/reader.ts';
import type { Referent } from '../reading/resolve.ts';
import { actorOf, speakingBy } from './acting.ts';
import { Meaning, type Memories } from './meaning.ts';
import { type Own, ownSource } from './own-source.ts';
import type { Attribution, Form } from './types.ts';
import { isAct } from './verb-evidence.ts';

/** A source is carried over at most so many sentences: measured in `talks/attribution.md`, section 4.1. */
const LONGEST_CARRY = 3;

/** For who says a speech nobody looks further: in sentences. */
const LONGEST_SPEECH = 12;

/** The source that sentences without one of their own go on with. */
interface Chain {
  readonly referent: Referent;
  /** Whose words these are, if the source only hands them on. */
  readonly speaker: Referent;
  readonly steps: number;
}

/** Walk is responsible for what is carried from sentence to sentence within a section. */
export class Walk {
  readonly #meaning: Meaning;
  #chain: Chain | null = null;
  #speech: { readonly within: number; readonly referent: Referent } | null = null;
  #passageBegins = true;

  constructor(article: ReadArticle, memories: Memories) {
    this.#meaning = new Meaning(article, memories);
  }

  startPassage(): void {
    this.#speech = null;
    this.#passageBegins = true;
  }

  /** The attribution of a passage's sentence at an index; to be asked for one after the other. */
  next(read: ReadSentence, passage: readonly ReadSentence[], at: number): Attribution {
    const told = ownSource(read, this.#meaning);
    const own = isThirdVoice(told, read, this.#meaning) ? { ...told, referent: told.inner, inner: null } : told;
    if (own.referent !== null) this.#meaning.learnSource(own.referent, own.evidence?.subject[0], read);
    const found = own.referent ?? (own.lost ? null : this.#carried(read, own, passage, at));
    const carried = found !== null && own.referent === null;
    const actor = actorOf(read, found, this.#meaning);
    const speaking = found === null || carried ? null : speakingBy(own.evidence, read, this.#meaning);
    const speaker = own.inner ?? speaking ?? (carried ? (this.#chain?.speaker ?? found) : found);
    const marks = {
      actor: (actor ?? speaker)?.speakers ?? [],
      form: formOf(read, own, carried),
      cue: cueOf(read, own),
    };
    this.#meaning.learn(read, found, own.carries ? own.inner : null, actor);
    this.#passageBegins = false;
    if (found === null) {
      this.#chain = null;
      const isReport = own.evidence !== null || read.mood.subjunctive !== null || read.sentence.speech.length > 0;
      return isReport
        ? { voice: 'unclear', source: [], ...marks }
        : { voice: 'article', source: [], ...marks, form: 'none', cue: null };
    }
    const goesOn = own.carries || carried ? (speaker ?? found) : found;
    this.#chain = { referent: found, speaker: goesOn, steps: carried ? (this.#chain?.steps ?? 0) + 1 : 0 };
    if (read.within !== null) this.#speech = { within: read.within, referent: found };
    else this.#rememberOpenSpeech(read, found, passage[at + 1]);
    return { voice: 'source', source: found.speakers, ...marks };
  }

  /** The source before, where a sentence goes on with it. */
  #carried(read: ReadSentence, own: Own, passage: readonly ReadSentence[], at: number): Referent | null {
    if (read.within !== null) {
      const speaker =
        this.#speech?.within === read.within
          ? this.#speech.referent
          : this.#speakerBehind(read.within, passage, at + 1);
      if (speaker !== null) return speaker;
    }
    const { subjunctive, ambiguous } = read.mood;
    const isSpeech = read.sentence.speech[0]?.start === 0;
    const goesOn =
      subjunctive !== null || isSpeech || (ambiguous !== null && !read.cues.some((cue) => isAct(cue, read.sentence)));
    if (!goesOn || own.evidence?.act === true) return null;
    if (this.#chain !== null) return this.#chain.steps < LONGEST_CARRY ? this.#chain.referent : null;
    return subjunctive !== null && !this.#passageBegins ? this.#meaning.onlyOne() : null;
  }

  /** Who says a speech of several sentences, where only a later one of them tells. */
  #speakerBehind(within: number, passage: readonly ReadSentence[], from: number): Referent | null {
    const last = passage.slice(from, from + LONGEST_SPEECH).find((later) => later.within !== within);
    return last?.sentence.speech[0]?.start === 0 ? ownSource(last, this.#meaning).referent : null;
  }

  /** `X sagte: „A. B. C.“`: the speech that begins at a sentence's end goes on in the next ones. */
  #rememberOpenSpeech(read: ReadSentence, referent: Referent, next: ReadSentence | undefined): void {
    const { speech, text } = read.sentence;
    const within = next?.within ?? null;
    if (within !== null && speech.at(-1)?.end === text.length) this.#speech = { within, referent };
  }
}

/** Whether a medium carries somebody who tells of another's act: then this one is the source. */
function isThirdVoice({ carries, inner }: Own, read: ReadSentence, meaning: Meaning): boolean {
  if (!carries || inner === null) return false;
  const actor = actorOf(read, inner, meaning);
  return actor !== null && !actor.speakers.some(({ id }) => inner.speakers.some((speaker) => speaker.id === id));
}

function formOf({ sentence, mood }: ReadSentence, { evidence }: Own, carried: boolean): Form {
  if (sentence.speech.length > 0) return 'direct';
  if (evidence !== null) return evidence.act ? 'reported' : 'indirect';
  return carried || mood.subjunctive !== null ? 'bare' : 'none';
}

/** Where the words that mark a report stand in the article. */
function cueOf({ sentence, span, mood }: ReadSentence, { evidence }: Own): Span | null {
  const verb = mood.subjunctive ?? mood.ambiguous;
  const range = evidence ?? (verb === null ? null : { from: verb, to: verb + 1 });
  if (range === null) return null;
  const [first, last] = [sentence.words[range.from], sentence.words[range.to - 1]];
  return first === undefined || last === undefined
    ? null
    : { start: span.start + first.start, end: span.start + last.end };
}
