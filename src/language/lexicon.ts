import { createHash } from 'node:crypto';
import { z } from 'zod';
import { cueSchema } from './cue-pattern.ts';
import { LANGUAGES, type Language } from './language.ts';
import { parseFile } from './lexicon-file.ts';
import type { Name } from './name.ts';
import { type PartCues, partsSchema } from './part-cues.ts';
import { PhraseBook } from './phrases.ts';
import { isSeparable } from './separable.ts';
import { findSharedSpellings } from './shared-spellings.ts';
import { findRelatives, type Relative } from './sides.ts';
import { type StatusCues, statusesSchema, type TopicEntry, topicsSchema } from './statement-cues.ts';
import { germanRoot, stem } from './stem.ts';
import { isStopWord, isVerbParticle } from './stop-words.ts';
import { isAcronym, type Token, tokenize } from './tokens.ts';

const localised = z.strictObject({ de: z.string().min(1), en: z.string().min(1) });
const spellings = z.array(z.string().min(1));
const date = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/);
const office = z.strictObject({ title: localised, from: date.optional(), until: date.optional() });

const nameSchema = z.strictObject({
  name: localised,
  /** Whose side the one named is on: a country's code or an organisation's. */
  side: z.string().min(1).optional(),
  gender: z.enum(['m', 'f']).optional(),
  aliases: spellings.default([]),
  misspelt: spellings.default([]),
  /** Adjectives: `russisch`, `Kiewer`. */
  adjectives: spellings.default([]),
  /** Those who belong to it: `Russen`. */
  people: spellings.default([]),
  /** Places that stand for it: Moscow for the Kremlin. */
  metonyms: spellings.default([]),
  offices: z.array(office).default([]),
});

const KINDS = ['persons', 'institutions', 'media', 'places', 'countries'] as const;
const NAME_KINDS = {
  persons: 'person',
  institutions: 'institution',
  media: 'medium',
  places: 'place',
  countries: 'country',
} as const;

const namesSchema = z
  .strictObject({
    persons: z.record(z.string(), nameSchema).default({}),
    institutions: z.record(z.string(), nameSchema).default({}),
    media: z.record(z.string(), nameSchema).default({}),
    places: z.record(z.string(), nameSchema).default({}),
    countries: z.record(z.string(), nameSchema).default({}),
  })
  .superRefine((names, context) => {
    // Within one kind YAML itself refuses a second one.
    const taken = new Set<string>();
    for (const kind of KINDS) {
      for (const id of Object.keys(names[kind])) {
        if (taken.has(id)) context.addIssue({ code: 'custom', path: [kind, id], message: 'a second name of this id' });
        taken.add(id);
      }
    }
    for (const { path, spelling, owner } of findSharedSpellings(names)) {
      context.addIssue({ code: 'custom', path: [...path], message: `“${spelling}” is a spelling of ${owner} already` });
    }
  });

const glossesSchema = z.array(
  z.strictObject({ de: spellings.default([]), en: spellings.default([]), light: z.boolean().default(false) }),
);

const wordLists = z.strictObject({ de: spellings, en: spellings });

const relatedSchema = z.array(
  z.strictObject({ topic: z.string(), de: spellings.default([]), en: spellings.default([]) }),
);

const cues = z.array(cueSchema);
const cueList = z.strictObject({ de: cues, en: cues });
const cuesSchema = z.strictObject({
  /** Verbs that report: `erklärte`, `teilte … mit`, `said`. */
  reporting: cueList,
  /** Verbs of thinking and showing, which report only beside a message: `glaubt`, `suggests`. */
  thinking: cueList,
  /** Verbs of acts done by speaking: their subject is the actor, and the source where nobody else is: `verlangte`. */
  speech_acts: cueList,
  /** Verbs of other acts: their subject is the actor, and the sentence stays the reporter's: `accepted`. */
  acts: cueList,
  /** Verbs that hand on another's words: `zitierte`, `citing`. */
  quoting: cueList,
  /** Those of the verbs that report by which media pass on what others say: `berichtet`. */
  carrying: cueList,
  /** Words before the source: `laut`, `according to`. */
  prepositions: cueList,
  /** Nouns for somebody's words: `nach Angaben …`, `Behördenangaben zufolge`. */
  accounts: cueList,
  /** Phrases that report without a subject: `hieß es`, `geht … hervor`. */
  impersonal: cueList,
  /** Words that mean the source before: `demnach`. */
  anaphoric: cueList,
  /** Words that keep a distance, whoever tells it: `angeblich`, `reportedly`. */
  hearsay: cueList,
  /** Subjunctive forms that cannot be told by their ending: `sei`, `halte`. */
  subjunctive: cueList,
  /** Forms that are subjunctive only beside a report: `sollten`, `würden`. */
  ambiguous: cueList,
  /** Words that end like a subjunctive and are none: `heute`. */
  not_verbs: cueList,
  /** What looks like a cue and is none: `Gott sei Dank`, `called off`. */
  not_reports: cueList,
  /** Nouns of speech: `Putins Forderung nach …`. */
  messages: cueList,
  /** Nouns for what one side does alone: `Putins Vorschlag`, `at Kyiv's request`. */
  act_nouns: cueList,
  /** Nouns for texts, whose issuer is the source: `Mitteilung`. */
  documents: cueList,
  /** Those who speak officially for what follows: `Sprecher`. */
  representatives: cueList,
  /** Words for people by their office or work: `Minister`, also as the second half of a German compound. */
  offices: cueList,
  /** Words for bodies that can speak: `Ministerium`. */
  bodies: cueList,
  /** Words for media, which pass on what others say: `Zeitung`. */
  media: cueList,
  /** Words for groups of people: `Augenzeugen`. */
  groups: cueList,
  /** Words for sources without a name: `Insider`. */
  anonymous: cueList,
  /** Phrases by which a source stays without a name: `asked not to be named`. */
  unnamed: cueList,
  /** Words for times, which never speak: `Montag`. */
  times: cueList,
  /** Nouns that are subjects of reporting verbs in form only: `so die Hoffnung`. */
  abstract: cueList,
});

/** Cues of attribution: see `corpus/lexicon/cues.yaml`. */
export type Cues = z.infer<typeof cuesSchema>;

/** What the bot knows about language, from the folder `corpus/lexicon/`. */
export interface Lexicon {
  /** SHA-256 in hexadecimal over all that the files say; comments and layout do not count. */
  readonly hash: string;
  readonly names: ReadonlyMap<string, Name>;
  /** For the term of a name, those of others that may be meant with it: see `sides.ts`. */
  readonly relatives: ReadonlyMap<string, readonly Relative[]>;
  /** Finds names (`@id`), words of one meaning (`~number`) and of one topic (`≈number`) in stemmed text. */
  readonly phrases: Readonly<Record<Language, PhraseBook>>;
  /** What German verbs mean, by their roots: for forms that stemming leaves apart (`mitmacht`). */
  readonly roots: ReadonlyMap<string, readonly string[]>;
  /** Stems of words that say little about a topic. */
  readonly light: Readonly<Record<Language, ReadonlySet<string>>>;
  /** Finds phrases that say little as a whole; unlike other phrases with all their function words. */
  readonly lightPhrases: Readonly<Record<Language, PhraseBook>>;
  /** Folded single words, for compounds and for typing errors. */
  readonly words: Readonly<Record<Language, ReadonlySet<string>>>;
  readonly cues: Cues;
  readonly statuses: StatusCues;
  /** What statements can be about, in the order in which it is offered. */
  readonly topics: readonly TopicEntry[];
  readonly parts: PartCues;
}

/** The terms under which names, meanings and associations are indexed. */
export const nameTerm = (id: string): string => `@${id}`;
const meaningTerm = (group: number): string => `~${group}`;
const relatedTerm = (group: number): string => `≈${group}`;

/**
 * Reads the files of a folder: names, glosses, related words, light words, cues of attribution, status and part, and topics.
 * @throws WortlautError `corpus.unreadable` where a file is missing, `lexicon.invalid` with file and line where it is
 * not YAML or not of the schema.
 */
export async function loadLexicon(folder: string): Promise<Lexicon> {
  const [names, glosses, related, light, cues, statuses, topics, parts] = await Promise.all([
    parseFile(folder, 'names.yaml', namesSchema),
    parseFile(folder, 'glosses.yaml', glossesSchema),
    parseFile(folder, 'related.yaml', relatedSchema),
    parseFile(folder, 'light.yaml', wordLists),
    parseFile(folder, 'cues.yaml', cuesSchema),
    parseFile(folder, 'statuses.yaml', statusesSchema),
    parseFile(folder, 'topics.yaml', topicsSchema),
    parseFile(folder, 'parts.yaml', partsSchema),
  ]);
  return buildLexicon({ names, glosses, related, light, cues, statuses, topics, parts });
}

/** German verbs as a dictionary has them, told from nouns by their small letter. */
const INFINITIVE = /^\p{Ll}{2,}(?:en|ern|eln)$/u;

function addTo(map: Map<string, string[]>, key: string, value: string): void {
  const values = map.get(key);
  if (values === undefined) map.set(key, [value]);
  else if (!values.includes(value)) values.push(value);
}

/** What {@link Lexicon.lightPhrases} finds. */
const LIGHT_TERM = 'light';

/** A German verb with its particle behind it, as it is with the particle before it: `griff an`, `angriff`; or null. */
function joinedSpelling([verb, particle, third]: readonly Token[]): string | null {
  if (verb === undefined || particle === undefined || third !== undefined) return null;
  return isSeparable(particle.folded) && verb.surface === verb.surface.toLowerCase()
    ? particle.folded + verb.folded
    : null;
}

interface LexiconFiles {
  readonly names: z.infer<typeof namesSchema>;
  readonly glosses: z.infer<typeof glossesSchema>;
  readonly related: z.infer<typeof relatedSchema>;
  readonly light: z.infer<typeof wordLists>;
  readonly cues: Cues;
  readonly statuses: StatusCues;
  readonly topics: readonly TopicEntry[];
  readonly parts: PartCues;
}

function buildLexicon(files: LexiconFiles): Lexicon {
  const { names, glosses, related, light: lightWords, cues, statuses, topics, parts } = files;
  const hash = createHash('sha256').update(JSON.stringify(files)).digest('hex');
  const phrases = { de: new PhraseBook(), en: new PhraseBook() };
  const light = { de: new Set<string>(), en: new Set<string>() };
  const roots = new Map<string, string[]>();
  const lightPhrases = { de: new PhraseBook(), en: new PhraseBook() };
  const words = { de: new Set<string>(), en: new Set<string>() };
  const byId = new Map<string, Name>();

  const learn = (language: Language, spelling: string, term: string): string[] => {
    const tokens = tokenize(spelling);
    const content = tokens.filter(
      (token) => tokens.length === 1 || !isStopWord(token.folded, language) || isAcronym(token.surface),
    );
    if (tokens.length === 1 && tokens[0] !== undefined) {
      words[language].add(tokens[0].folded);
      if (language === 'de' && INFINITIVE.test(spelling)) addTo(roots, germanRoot(tokens[0].folded), term);
    }
    const separated = language === 'de' ? joinedSpelling(tokens) : null;
    if (separated !== null) {
      words.de.add(separated);
      phrases.de.add([stem(separated, 'de')], term);
      if (content.length === 1) return [];
    }
    // A verb with its particle is another verb: `called off talks` is not learnt as `called talks`.
    const [verb, particle] = tokens;
    if (verb === content[0] && particle !== undefined && isVerbParticle(particle.folded, language)) {
      const sequence = tokens.filter((token) => token === particle || content.includes(token));
      phrases[language].add(
        sequence.map(({ folded }) => stem(folded, language)),
        term,
      );
      return [];
    }
    const stems = content.map((token) => stem(token.folded, language));
    if (stems.length === 0) return stems;
    // `US` and `us`, `UN` and the French article: where the folded alias is a function word, only capitals name it.
    const onlyCapitals = content.some((token) => isStopWord(token.folded, language) && isAcronym(token.surface));
    phrases[language].add(stems, term, onlyCapitals);
    return stems;
  };

  const learnLightPhrase = (language: Language, tokens: readonly Token[]): void =>
    lightPhrases[language].add(
      tokens.map(({ folded }) => stem(folded, language)),
      LIGHT_TERM,
    );

  for (const kind of KINDS) {
    for (const [id, entry] of Object.entries(names[kind])) {
      byId.set(id, {
        id,
        kind: NAME_KINDS[kind],
        name: entry.name,
        side: entry.side ?? null,
        gender: entry.gender ?? null,
        metonyms: entry.metonyms,
        offices: entry.offices.map(({ title, from, until }) => ({ title, from: from ?? null, until: until ?? null })),
      });
      const spelt = [
        entry.name.de,
        entry.name.en,
        ...entry.aliases,
        ...entry.misspelt,
        ...entry.adjectives,
        ...entry.people,
      ];
      for (const spelling of new Set(spelt)) {
        if (NAME_KINDS[kind] === 'medium' && tokenize(spelling).every((token) => token.folded.length < 2)) continue;
        learn('de', spelling, nameTerm(id));
        learn('en', spelling, nameTerm(id));
      }
    }
  }
  for (const [index, group] of glosses.entries()) {
    for (const language of ['de', 'en'] as const) {
      for (const spelling of group[language]) {
        const stems = learn(language, spelling, meaningTerm(index));
        if (group.light && stems.length === 1 && stems[0] !== undefined) light[language].add(stems[0]);
        else if (group.light) learnLightPhrase(language, tokenize(spelling));
      }
    }
  }
  for (const [index, group] of related.entries()) {
    for (const language of LANGUAGES)
      for (const spelling of group[language]) learn(language, spelling, relatedTerm(index));
  }
  for (const language of LANGUAGES) {
    for (const word of lightWords[language]) {
      const tokens = tokenize(word);
      const [token, second] = tokens;
      // Phrases are light as a whole; their words by themselves may not be.
      if (second !== undefined) learnLightPhrase(language, tokens);
      else if (token !== undefined) {
        light[language].add(stem(token.folded, language));
        words[language].add(token.folded);
      }
    }
  }
  const relatives = findRelatives([...byId.values()], nameTerm);
  return { hash, names: byId, relatives, phrases, roots, light, lightPhrases, words, cues, statuses, topics, parts };
}
