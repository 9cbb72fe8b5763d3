import type { Article } from '../../corpus/article.ts';
import type { Lexicon } from '../../language/lexicon.ts';
import { ArticleReader, type ReadArticle, type ReadSentence } from '../reading/reader.ts';
import type { Resolver } from '../reading/resolve.ts';
import { wordAt } from '../reading/sentence.ts';
import { actsIn } from './actors.ts';
import { IssuerMemory } from './issuers.ts';
import { PairMemory } from './pairs.ts';
import type { Attribution } from './types.ts';
import { Walk } from './walk.ts';

export type { Speaker } from '../reading/speaker.ts';
export type { Attribution } from './types.ts';
export { UNATTRIBUTED } from './types.ts';

/** Attributor is responsible for saying whose words each sentence of an article has. */
export class Attributor {
  readonly #reader: ArticleReader;

  constructor(lexicon: Lexicon) {
    this.#reader = new ArticleReader(lexicon);
  }

  /**
   * The attribution of every sentence of an article, by the sentence's start.
   * @param read The same article as {@link ArticleReader} gives it, where somebody has read it already.
   */
  attribute(article: Article, read: ReadArticle = this.#reader.read(article)): ReadonlyMap<number, Attribution> {
    const pairs = new PairMemory(read.resolver);
    const issuers = new IssuerMemory();
    const authors = new IssuerMemory();
    const result = new Map<number, Attribution>();
    for (const section of read.sections) {
      const walk = new Walk(read, { pairs, issuers, authors });
      for (const passage of section) {
        walk.startPassage();
        for (const [at, sentence] of passage.entries()) {
          const attribution = walk.next(sentence, passage, at);
          result.set(sentence.span.start, attribution);
          const previous = passage[at - 1];
          const isMeant =
            previous !== undefined && (pointsBack(sentence) || announces(sentence, previous, read.resolver));
          if (isMeant) attributeBackward(previous, attribution, result);
        }
      }
    }
    return result;
  }
}

/** `Das geht aus Stellungnahmen beider Regierungen hervor`: it tells whose words the sentence before has, too. */
function pointsBack({ phrases, cues, mood, sentence }: ReadSentence): boolean {
  const first = phrases[0];
  const isCue = cues.some(({ from }) => from <= FIRST_VERB && sentence.segmentOf[from] === 0);
  return first?.from === 0 && first.pronoun === 'thing' && isCue && mood.subjunctive === null;
}

/** The verb behind `das`, or behind `das` and its auxiliary. */
const FIRST_VERB = 2;

/** Nouns for what somebody has agreed or ordered. */
const RESULT =
  /(?:einigung|vereinbarung|ubereinkunft|abkommen|austausch|entscheidung|beschluss|anordnung)(?:s|en)?$|^(?:deal|agreement|accord|swap|exchange|decision|order)$/;

/** Verbs by which such a thing is made known. */
const MADE_KNOWN =
  /^(?:announced|disclosed|revealed|bekannt|gab|gaben|mitgeteilt|teilte|teilten|verkundet|verkundete|verkundeten)/;

/** `The deal was announced by X`: all that it tells is whose words the agreement in the sentence before is. */
function announces({ phrases, cues, sentence }: ReadSentence, previous: ReadSentence, resolver: Resolver): boolean {
  const [first] = phrases;
  if (first?.from !== 0 || first.pronoun !== null || !/^(?:the|die|der|das|den)$/.test(first.determiner ?? ''))
    return false;
  const isResult = first.core === first.nouns + 1 && RESULT.test(wordAt(sentence, first.head));
  const isVerb = cues.some(
    ({ kind, text, from }) => kind === 'reporting' && MADE_KNOWN.test(text) && sentence.segmentOf[from] === 0,
  );
  return isResult && isVerb && actsIn(previous, resolver).some(({ mentioned }) => !mentioned);
}

function attributeBackward(
  previous: ReadSentence,
  { voice, source, cue }: Attribution,
  result: Map<number, Attribution>,
): void {
  const before = result.get(previous.span.start);
  if (voice !== 'source' || before === undefined || before.voice === 'source') return;
  const form = previous.sentence.speech.length > 0 ? 'direct' : 'indirect';
  result.set(previous.span.start, { ...before, voice, source, form, cue });
}
