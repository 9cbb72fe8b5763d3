import { CompoundSplitter } from '../language/compounds.ts';
import { wordsOfCue } from '../language/cue-pattern.ts';
import { fold } from '../language/fold.ts';
import type { Language, Localised } from '../language/language.ts';
import type { Lexicon } from '../language/lexicon.ts';
import { exactForm, PatternBook } from '../language/pattern-book.ts';
import type { TopicEntry } from '../language/statement-cues.ts';
import { stem } from '../language/stem.ts';
import { isStopWord } from '../language/stop-words.ts';
import type { Token } from '../language/tokens.ts';
import { isCapital, segmentAt, type TokenizedSentence, wordAt } from './reading/sentence.ts';
import { isAside } from './status/asides.ts';

/** The id of a topic in `corpus/lexicon/topics.yaml`. */
export type Topic = string;

type PartRole = Lexicon['parts']['roles'][number];

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

/** The topic of talks as such: it is not what a sentence is about that only says who sat at them. */
const TALKS: Topic = 'process_format';
/** Roles of `parts.yaml` that say who took which part in talks, not that there were any. */
const PARTAKING: ReadonlySet<string> = new Set([
  ...['lead', 'lead_named', 'lead_top', 'host', 'receive', 'be_host', 'host_named', 'mediate', 'mediate_named'],
  ...['observe', 'observe_named', 'attend', 'include', 'accompany', 'attend_named', 'sign', 'sign_named'],
]);

/** Beside them somebody is to take part: whether they will is a matter of the talks' format. */
const PLANNED = /^(?:will|wolle|wollen|soll|sollen|solle|sollte|sollten|werde|would|should|shall|could|may|might)$/;

const NOTHING: Evidence = { own: new Set(), light: new Set() };

const weightOf = ({ own, light }: Evidence): number => own.size * WEIGHT.own + light.size * WEIGHT.light;
const firstOf = ({ own, light }: Evidence): number => Math.min(...own, ...light);

/** What a sentence is about by its own words. */
export interface TopicReading {
  /** Most central first. */
  readonly topics: readonly Topic[];
  /** Whether one of them is named by a word of its own. */
  readonly isNamed: boolean;
}

/** TopicFinder is responsible for what a sentence is about. */
export class TopicFinder {
  readonly #books: Localised<PatternBook<CueValue>>;
  readonly #partaking: Localised<PatternBook<PartRole>>;
  readonly #known: Localised<ReadonlySet<string>>;
  readonly #splitter: CompoundSplitter;
  readonly #forms: Localised<Map<string, readonly string[]>> = { de: new Map(), en: new Map() };

  constructor(lexicon: Lexicon) {
    const { topics } = lexicon;
    this.#partaking = { de: partakingBook(lexicon, 'de'), en: partakingBook(lexicon, 'en') };
    this.#books = { de: bookOf(topics, 'de'), en: bookOf(topics, 'en') };
    const written = (language: Language): readonly string[] =>
      topics.flatMap((topic) => [...topic[language], ...topic.light[language]]).flatMap(wordsOfCue);
    const forms = (language: Language): Set<string> => new Set(written(language).map((word) => formOf(word, language)));
    this.#known = { de: forms('de'), en: forms('en') };
    this.#splitter = new CompoundSplitter(new Set([...lexicon.words.de, ...written('de').map(fold)]));
  }

  /** The topics that a sentence or a heading names itself; none where it only says who took part in talks. */
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
    const isNamed = [...found.values()].some(({ own }) => own.size > 0);
    const topics = [...found]
      .filter(([, { own }]) => own.size > 0 || !isNamed)
      .sort(([, a], [, b]) => weightOf(b) - weightOf(a) || firstOf(a) - firstOf(b))
      .map(([topic]) => topic);
    const mayOnlyTalk = !isNamed || (topics[0] === TALKS && topics.length === 1);
    if (mayOnlyTalk && this.#isPartaking(sentence, found.get(TALKS))) {
      return { topics: [], isNamed: false };
    }
    return { topics, isNamed };
  }

  /** Whether a sentence only says who took part: `attended the summit`, but not `verhandelten`, which tells of talks itself. */
  #isPartaking(sentence: TokenizedSentence, { own, light }: Evidence = NOTHING): boolean {
    const { words, language, segmentOf } = sentence;
    if (words.some(({ folded }) => PLANNED.test(folded))) return false;
    const exact = words.map(({ folded, surface }, at) => ({
      folded,
      forms: [exactForm(surface)],
      clause: segmentOf[at] ?? 0,
    }));
    const clauses = new Set([...own].map((place) => segmentOf[place]));
    return this.#partaking[language].find(exact).some(({ value, words: places }) => {
      const nouns = value.beside?.[language];
      const isBeside = nouns?.some((noun) => exact.some(({ forms }) => forms.includes(exactForm(noun)))) ?? true;
      const isSameClause = own.size === 0 || places.some((place) => clauses.has(segmentOf[place]));
      if (!isBeside || !isSameClause || isAside(sentence, places)) return false;
      return !places.some((place) => own.has(place) || light.has(place));
    });
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

function partakingBook({ parts }: Lexicon, language: Language): PatternBook<PartRole> {
  const book = new PatternBook<PartRole>();
  for (const role of parts.roles.filter(({ id }) => PARTAKING.has(id))) {
    for (const cue of role[language]) book.add(cue, role);
  }
  return book;
}

/** Words that mean things said before, where they stand near a sentence's beginning; the first ones only as its first word. */
const ANAPHORS: Localised<{ readonly first: ReadonlySet<string>; readonly near: ReadonlySet<string> }> = {
  de: {
    first: new Set(
      'sie das dies diese dieser dieses diesem diesen solche solcher beides dann demnach zudem ausserdem insgesamt'.split(
        ' ',
      ),
    ),
    near: new Set('das dies dazu dafur dagegen darauf daruber davon dabei damit daran'.split(' ')),
  },
  en: {
    first: new Set('it they this that these those such both further altogether'.split(' ')),
    near: new Set('it this that'.split(' ')),
  },
};
/** Nouns for acts and papers: with a definite article they mean one that was told of before, whatever it was about. */
const BRIDGES: Localised<RegExp> = {
  de: /^(?:entscheidung|voraussetzung|bedingung|befehls?|verlangerung|angebot|vorschlags?|beispiel|schritt|vorhaben|regelung|zahl|gesamtzahl|liste|pause|abmachung|vereinbarung)$/,
  en: /^(?:decision|condition|order|extension|offer|proposal|example|step|arrangement|figure|total|list|halt|pause|deal)$/,
};
const DEFINITE = /^(?:der|die|das|dem|den|des|zur|zum|beim|the)$/;

/** `die Entscheidung`, `the total`: a noun that says what was done and not about what. */
function bridges(sentence: TokenizedSentence): boolean {
  return sentence.words.some(({ folded }, at) => {
    if (!BRIDGES[sentence.language].test(folded)) return false;
    const next = sentence.language === 'en' ? wordAt(sentence, at + 1) : '';
    return DEFINITE.test(wordAt(sentence, at - 1)) && next !== 'of' && next !== 'to';
  });
}

/** `Ob Kiew darauf eingeht`, `Moscow turned that down`: farther on, such words mean something in their own sentence. */
const NEAR = 4;

/** Whether a sentence goes on with what the one before it was about: `Sie soll am Montag …`, `Die Entscheidung liegt bei …`. */
export function isAnaphoric(sentence: TokenizedSentence): boolean {
  const { first, near } = ANAPHORS[sentence.language];
  if (first.has(wordAt(sentence, 0)) && !isArticle(sentence, 0)) return true;
  for (let at = 0; at < Math.min(NEAR, sentence.words.length); at++) {
    if (near.has(wordAt(sentence, at)) && !isArticle(sentence, at) && !pointsForward(sentence, at)) return true;
  }
  return bridges(sentence);
}

/** `Das Rote Kreuz`: German `das` before a noun is its article. */
const isArticle = (sentence: TokenizedSentence, at: number): boolean =>
  wordAt(sentence, at) === 'das' && isCapital(sentence.words[at + 1]);

/** `darauf, dass …`, `den Plan, das …` and `said that talks …` mean what follows. */
function pointsForward(sentence: TokenizedSentence, at: number): boolean {
  const { from, to } = segmentAt(sentence, at);
  if (sentence.language === 'de') return to < sentence.words.length && (at === to - 1 || at === from);
  return wordAt(sentence, at) === 'that' && at < to - 1 && !/^(?:down|up|off|as)$/.test(wordAt(sentence, at + 1));
}
