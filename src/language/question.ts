import { type Analyzer, isFromLexicon, isName, type Word } from './analysis.ts';
import { findAsides } from './asides.ts';
import { findAskedDates } from './asked-dates.ts';
import { findAskedSide, type NamedSide } from './asked-side.ts';
import type { CompoundSplitter } from './compounds.ts';
import { type Concept, ConceptReader } from './concepts.ts';
import type { NamedDate } from './dates.ts';
import type { Dictionary } from './dictionary.ts';
import { findDurations } from './durations.ts';
import type { Language } from './language.ts';
import type { Lexicon } from './lexicon.ts';
import { mend } from './mending.ts';
import { type AnswerType, findScaffold } from './scaffold.ts';
import { METONYM } from './sides.ts';
import { findSought, type Placed, type Sought } from './sought.ts';
import type { SpellingCorrector } from './spelling.ts';
import { stem } from './stem.ts';
import { isStopWord } from './stop-words.ts';
import { tokenize } from './tokens.ts';
import { type Vocabulary, WordKnowledge } from './word-knowledge.ts';

export type { Concept } from './concepts.ts';

/** A question, understood as far as search needs it. */
export interface Question {
  readonly text: string;
  readonly language: Language;
  readonly type: AnswerType;
  /** What the words that ask for the type say of it: see {@link Sought}. */
  readonly sought: Sought;
  readonly concepts: readonly Concept[];
  readonly dates: readonly NamedDate[];
  /** The side to which the one must belong who is asked for: see {@link findAskedSide}; null where it may be anybody. */
  readonly side: string | null;
}

/** QuestionReader is responsible for turning what someone asked into concepts, in both languages. */
export class QuestionReader {
  readonly #lexicon: Lexicon;
  readonly #analyzer: Analyzer;
  readonly #concepts: ConceptReader;
  readonly #known: WordKnowledge;

  constructor(
    lexicon: Lexicon,
    analyzer: Analyzer,
    compounds: CompoundSplitter,
    spelling: SpellingCorrector,
    vocabulary: Vocabulary,
  ) {
    this.#lexicon = lexicon;
    this.#analyzer = analyzer;
    this.#known = new WordKnowledge(lexicon, spelling, vocabulary);
    this.#concepts = new ConceptReader(lexicon, analyzer, compounds, this.#known, vocabulary);
  }

  /** Gives it a dictionary for words that the lexicon does not translate. */
  use(dictionary: Dictionary): void {
    this.#concepts.use(dictionary);
  }

  /** @param fallback The language to take the question for where its words do not tell. */
  read(text: string, fallback: Language): Question {
    const language = this.#languageOf(text) ?? fallback;
    const { text: mended, toTyped } = mend(text, language, this.#known);
    const dates = findAskedDates(mended);
    const scaffold = findScaffold(mended, language);
    const { words, phrases: found } = this.#analyzer.analyze(mended, language);
    // What names the date or the type of the answer is not looked for as a word.
    const apart = [...dates, ...findAsides(mended, language), ...(scaffold === null ? [] : [scaffold])];
    const isApart = (word: Word): boolean =>
      apart.some((span) => span.start <= word.token.start && word.token.end <= span.end);

    const light = this.#inLightPhrases(mended, language);
    const durations = findDurations(mended, language);
    const concepts: Concept[] = [];
    const places: Placed[] = [];
    const add = (concept: Concept, start: number, end: number): void => {
      const duration = durations.find((each) => each.start <= start && start < each.end && end <= each.end);
      concepts.push(duration === undefined ? concept : this.#concepts.lasting(concept, duration.hours));
      places.push({ start, end, isName: concept.kind === 'name', light: concept.light });
    };
    const seen = new Set<string>();
    for (let from = 0; from < words.length; ) {
      const word = words[from];
      if (word === undefined) break;
      if (isApart(word)) {
        from++;
        continue;
      }
      // A phrase of the lexicon is one concept; of several that start here the longest tells most.
      const phrases = found.filter((phrase) => phrase.from === from && isFromLexicon(phrase.term));
      const to = Math.max(from + 1, ...phrases.map((phrase) => phrase.to));
      const pair = phrases.length === 0 ? this.#concepts.ofPair(words, from, language) : null;
      if (pair !== null) {
        add(pair, word.token.start, words[from + 1]?.token.end ?? word.token.end);
        from += 2;
        continue;
      }
      const key = words
        .slice(from, to)
        .map((w) => w.stem)
        .join(' ');
      if (!seen.has(key)) {
        seen.add(key);
        const end = words[to - 1]?.token.end ?? word.token.end;
        add(
          phrases.length === 0
            ? this.#concepts.ofWord(word, language, light.has(word.token.position))
            : this.#concepts.ofPhrase(
                mended.slice(word.token.start, end),
                phrases.filter((phrase) => phrase.to === to).map((phrase) => phrase.term),
                // A verb with its particle is another verb, so that it is not found by its parts.
                to === from + 1 ? [] : words.slice(from, to).map((w) => this.#concepts.ofWord(w, language)),
              ),
          word.token.start,
          end,
        );
      }
      from = to;
    }
    const type = scaffold?.type ?? 'any';
    return {
      text,
      language,
      type,
      sought: findSought(mended, scaffold, places, language),
      concepts,
      side: findAskedSide(mended, type, this.#sidesIn(concepts)),
      dates: dates.map((date) => ({ ...date, start: toTyped(date.start), end: toTyped(date.end) })),
    };
  }

  /** Positions of the tokens that belong to phrases that say little as a whole: `by the way`. */
  #inLightPhrases(text: string, language: Language): ReadonlySet<number> {
    const words = tokenize(text).map(({ folded, surface }) => ({ stem: stem(folded, language), surface }));
    const positions = new Set<number>();
    for (const { from, to } of this.#lexicon.lightPhrases[language].find(words)) {
      for (let position = from; position < to; position++) positions.add(position);
    }
    return positions;
  }

  /** The sides that countries, governments and capitals among the concepts stand for. */
  #sidesIn(concepts: readonly Concept[]): NamedSide[] {
    return concepts.flatMap(({ surface, variants }) =>
      [...variants].flatMap(([term, weight]) => {
        const name = weight >= METONYM && isName(term) ? this.#lexicon.names.get(term.slice(1)) : undefined;
        return name === undefined || name.side === null || name.kind === 'person' ? [] : [{ surface, side: name.side }];
      }),
    );
  }

  /** The language of a question: by its function words and the words that the lexicon has in one language only. */
  #languageOf(text: string): Language | null {
    let lead = 0;
    for (const { folded } of tokenize(text)) {
      const [german, english] = (['de', 'en'] as const).map(
        (language) => isStopWord(folded, language) || this.#lexicon.words[language].has(folded),
      );
      if (german !== english) lead += german ? 1 : -1;
    }
    return lead === 0 ? null : lead > 0 ? 'de' : 'en';
  }
}
