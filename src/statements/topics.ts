import { CompoundSplitter } from '../language/compounds.ts';
import { wordsOfCue } from '../language/cue-pattern.ts';
import { fold } from '../language/fold.ts';
import type { Language, Localised } from '../language/language.ts';
import type { Lexicon } from '../language/lexicon.ts';
import { PatternBook } from '../language/pattern-book.ts';
import type { TopicEntry } from '../language/statement-cues.ts';
import { stem } from '../language/stem.ts';
import { isStopWord } from '../language/stop-words.ts';
import type { Token } from '../language/tokens.ts';
import { namedWords } from './named-words.ts';
import type { TokenizedSentence } from './reading/sentence.ts';

/** The id of a topic in `corpus/lexicon/topics.yaml`. */
export type Topic = string;

interface CueValue {
  readonly topic: Topic;
  readonly light: boolean;
}

/** A topic's own word tells twice as much as one that only hints. */
const WEIGHT = { own: 2, light: 1 } as const;
/** Shorter parts of compounds (`Wahl`, `Luft`) stand inside too many words that mean something else. */
const SHORTEST_PART = 5;

/** `güter` is long enough, but its stem is that of `gut`. */
const SHORTEST_STEM = 4;

/** Bounds the memo of forms: a natural vocabulary is far smaller, and a flood of invented words must not grow it. */
const MEMO_LIMIT = 200_000;

/** The places of a topic's words in a sentence: two cues of one stem at one place are one word. */
interface Evidence {
  readonly own: Set<number>;
  readonly light: Set<number>;
}

/** The topic of talks as such: what they are about comes before it. */
export const TALKS: Topic = 'process_format';
/** How something is judged is said of what a sentence itself names, never of what one before it did. */
export const JUDGEMENT: Topic = 'assessment';

const weightOf = ({ own, light }: Evidence): number => own.size * WEIGHT.own + light.size * WEIGHT.light;
const firstOf = ({ own, light }: Evidence): number => Math.min(...own, ...light);

/** Talks come behind what they are about, and so does what somebody thinks of it. */
const rankOf = (topic: Topic): number => (topic === TALKS ? 2 : topic === JUDGEMENT ? 1 : 0);

/** What a sentence is about by its own words. */
export interface TopicReading {
  /** Most central first. */
  readonly topics: readonly Topic[];
  /** Whether one of them is named by a word of its own. */
  readonly isNamed: boolean;
  /** Whether it names somebody that the lexicon knows. */
  readonly namesSomebody: boolean;
}

/** TopicFinder is responsible for what a sentence is about. */
export class TopicFinder {
  readonly #books: Localised<PatternBook<CueValue>>;
  readonly #known: Localised<ReadonlySet<string>>;
  readonly #splitter: CompoundSplitter;
  readonly #lexicon: Lexicon;
  readonly #forms: Localised<Map<string, readonly string[]>> = { de: new Map(), en: new Map() };

  constructor(lexicon: Lexicon) {
    const { topics } = lexicon;
    this.#lexicon = lexicon;
    this.#books = { de: bookOf(topics, 'de'), en: bookOf(topics, 'en') };
    const written = (language: Language): readonly string[] =>
      topics.flatMap((topic) => [...topic[language], ...topic.light[language]]).flatMap(wordsOfCue);
    const forms = (language: Language): Set<string> => new Set(written(language).map((word) => formOf(word, language)));
    this.#known = { de: forms('de'), en: forms('en') };
    this.#splitter = new CompoundSplitter(new Set([...lexicon.words.de, ...written('de').map(fold)]));
  }

  /** The topics that a sentence or a heading names itself. */
  read(sentence: TokenizedSentence): TopicReading {
    const { words, language, segmentOf } = sentence;
    const forms = words.map((word, at) => ({
      folded: word.folded,
      forms: this.#formsOf(word, language),
      clause: segmentOf[at] ?? 0,
    }));
    const found = new Map<Topic, Evidence>();
    for (const { value, words: places } of this.#books[language].find(forms)) {
      const evidence = found.get(value.topic) ?? { own: new Set(), light: new Set() };
      evidence[value.light ? 'light' : 'own'].add(places[0] ?? 0);
      found.set(value.topic, evidence);
    }
    const named = [...found].filter(([, { own }]) => own.size > 0).map(([topic]) => topic);
    const isNamed = named.length > 0;
    const judges = (topic: Topic): boolean =>
      named.length === 1 && (topic === JUDGEMENT ? named[0] === TALKS : topic === TALKS && named[0] === JUDGEMENT);
    const topics = [...found]
      .filter(([topic, { own }]) => own.size > 0 || !isNamed || judges(topic))
      .sort(
        ([a, first], [b, second]) =>
          rankOf(a) - rankOf(b) || weightOf(second) - weightOf(first) || firstOf(first) - firstOf(second),
      )
      .map(([topic]) => topic);
    return { topics, isNamed, namesSomebody: namedWords(sentence, this.#lexicon).length > 0 };
  }

  /** The forms of a word; also those of its parts where it is a German compound that no cue names as a whole. */
  #formsOf({ folded }: Token, language: Language): readonly string[] {
    const known = this.#forms[language].get(folded);
    if (known !== undefined) return known;
    const forms = this.#findForms(folded, language);
    if (this.#forms[language].size >= MEMO_LIMIT) this.#forms[language].clear();
    this.#forms[language].set(folded, forms);
    return forms;
  }

  #findForms(folded: string, language: Language): readonly string[] {
    const forms = [`=${folded}`, formOf(folded, language)];
    if (language === 'en' || forms.some((form) => this.#known.de.has(form))) return forms;
    const compound = this.#splitter.split(folded) ?? this.#splitter.split(folded.replace(/(?:e?s|e?n)$/, ''));
    const parts = compound === null ? [] : [compound.modifier, compound.head];
    const stems = parts.filter((part) => part.length >= SHORTEST_PART).map((part) => stem(part, 'de'));
    return [...forms, ...stems.filter((part) => part.length >= SHORTEST_STEM)];
  }
}

/**
 * How a word of a cue is compared: by its stem. Words marked with `=` are compared as they are, and so are function words,
 * since `sich` has the stem of `Sicherheit`.
 */
function formOf(word: string, language: Language): string {
  if (word.startsWith('=')) return `=${fold(word.slice(1))}`;
  const folded = fold(word);
  return isStopWord(folded, language) ? `=${folded}` : stem(folded, language);
}

function bookOf(topics: readonly TopicEntry[], language: Language): PatternBook<CueValue> {
  const book = new PatternBook<CueValue>((word) => formOf(word, language));
  for (const { id, light, ...own } of topics) {
    for (const cue of own[language]) book.add(cue, { topic: id, light: false });
    for (const cue of light[language]) book.add(cue, { topic: id, light: true });
  }
  return book;
}
