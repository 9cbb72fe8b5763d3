import type { Span } from '../span.ts';
import type { Language, Localised } from './language.ts';
import { tokenize } from './tokens.ts';

/** What kind of thing a question asks for: `speech` is what somebody said; `any` where it may be anything. */
export type AnswerType = 'person' | 'time' | 'place' | 'number' | 'duration' | 'reason' | 'speech' | 'any';

const WHICH = '(?:welche[rnsm]?|wh?ich|what)';
const HOW_MANY = '(?:w[ie]{1,2} ?v[ie]{1,2}le?[nrs]?|how ?many)';
const REASONS = '(?:gr(?:ü|ue|u)nd(?:e|en)?|begr(?:ü|ue)ndung|reasons?|grounds)';

/** A word before a noun: `european countries`, and no verb: `what did that person`. */
const ATTRIBUTE = "(?!did|does|do|was|were|has|had|the|that|this|hat|haben|die|der)[\\p{L}’']+";
/** Nouns that stand behind `which`; they are looked for, too: `welcher General`. */
const ACTOR = `(?:${ATTRIBUTE} ){0,2}(?:minister|präsident|general|diplomat|berater|vertreter|unterhändler|gesandte|delegierte|teilnehmer|regierung|mitglied|president|advis[eo]r|official|negotiator|envoy|delegate|participant|government|member)`;
/** Nouns that only say that persons or countries are asked for. */
const SOMEBODY =
  '(?:politiker\\p{L}*|personen|person|leute|länder\\p{L}*|land|staaten?|politicians?|persons?|people|countr(?:y|ies)|states?|leaders?)';
const VENUE =
  '(?:palast|palais|hotel|schloss|palace|resort|\\p{L}*übergang|(?:border )?crossing|\\p{L}*flughafen|airport|\\p{L}*stützpunkt|base|residenz|villa|club|saal)';
const SOMEWHERE =
  '(?:ort|schauplatz|tagungsort|austragungsort|treffpunkt|aufenthaltsort|venue|place|location|whereabouts|site)';
const SHARE = '(?:anteil|prozentsatz|summe|betrag|share|percentage|proportion|amount|sum)';
const UNIT = '(?:dollars?|euros?|prozent|percent|millione?n|milliarden|billions?|tonnen|tons|tonnes)';
const SAYING =
  '(?:sag(?:t|te|en|ten)|gesagt|mein(?:t|te|en|ten)|gemeint|erklär(?:t|te)|äußer(?:t|te)|geäußert|denk(?:t|en)|dacht(?:e|en)|(?:h(?:ä|ae)lt|halten|hielt(?:en)?) .*von|reagier(?:t|te|ten)|kommentier(?:t|te)|sa(?:y|id)|th(?:ink|ought)|comment(?:ed)?|react(?:ed)?|respond(?:ed)?|ma(?:k|d)e of|fe(?:el|lt) about|entgegnet(?:e|en)?|behauptet(?:e|en)?|claim(?:ed)?|argu(?:e|ed)|warn(?:t|te|ten|ed)?|kritisier(?:t|te|ten)|criticised?|criticized?|announced?|angekündigt|stands? on|tell|told|answer(?:ed)?|repl(?:y|ied)|antworte(?:n|te|ten)?|geantwortet|erwidert(?:e|en)?)';
const WORDS =
  '(?:statement|verdict|opinion|stance|reaction|comments?|aussage|meinung|urteil|haltung|reaktion|stellungnahme)';

/**
 * The scaffolds of questions: their words, where it matters what follows (it stays to be looked for), and what they ask
 * for. Of two that start at one place the longer decides.
 */
const SCAFFOLDS: readonly (readonly [words: string, next: string | null, type: AnswerType])[] = [
  ['wie lang(?:e|’?s)?|für welchen zeitraum|how long|wie ?viel zeit|how ?much time', null, 'duration'],
  // The unit is looked for, too: it stands beside the number.
  [`(?:for |seit )?${HOW_MANY} `, '(?:years|months|weeks|days|hours|minutes|seconds)(?!\\p{L})', 'duration'],
  [`(?:seit )?${HOW_MANY} `, '(?:jahren?|monaten?|wochen|tagen?|stunden|minuten|sekunden)(?!\\p{L})', 'duration'],
  ['(?:gesprächs)?dauer|duration', null, 'duration'],
  [
    `(?:um )?${HOW_MANY}(?: mal| times)?|how ?much|(?:um )?wie (?:hoch|groß|oft|häufig|alt|weit|teuer|stark|schwer)`,
    null,
    'number',
  ],
  [
    'how (?:often|frequently|big|large|high|old|far|expensive|heavy|strong)|(?:zum )?wievielte[rnsm]?(?: mal)?',
    null,
    'number',
  ],
  ['(?:welche )?(?:an)?zahl(?: der)?|(?:what )?number(?: of)?', null, 'number'],
  [`${WHICH} `, SHARE, 'number'],
  // A unit without a number asks for one.
  ['', `(?<![\\d.,]\\s?)${UNIT}(?!\\p{L})`, 'number'],
  [
    '(?:(?:von|mit|bei|an|für|gegen|um|zu|ohne|neben|durch) )?(?:wer|wem|wen)(?: (?:noch|sonst|alles|denn))*',
    null,
    'person',
  ],
  ['(?:(?:by|with|from|to|for|against) )?whom?(?: else)?|welche person\\p{L}*', null, 'person'],
  ['(?:auf )?wessen(?: (?:idee|initiative|vorschlag))?|(?:at )?whose(?: (?:idea|initiative))?', null, 'person'],
  [`(?:(?:von|auf|by|on|from) )?${WHICH} (?:seiten?|sides?|party|parties|partei(?:en)?)`, null, 'person'],
  [`(?:von |by )?${WHICH} ${SOMEBODY}`, null, 'person'],
  [
    `(?:wie h(?:ei|ie)(?:ß|ss)t?(?:en)?|(?:what (?:is|was|are|were) )?(?:the )?names? of|namen? (?:de[rs]|von)) `,
    `(?:the |der |die |das )?${ACTOR}`,
    'person',
  ],
  [
    `(?:which|welche[rnsm]?) (?:one )?(?:of the|der|von den) (?:two|both|beiden) `,
    `(?:president|präsident|leader|politiker|minister|side|seite)`,
    'person',
  ],
  [`${WHICH} `, ACTOR, 'person'],
  [`${WHICH} `, `(?:${ATTRIBUTE} ){1,2}${SOMEBODY}(?!\\p{L})`, 'person'],
  ['(?:ab |bis |seit )?wann|(?:ab|von) welchem tag(?: an)?|wie (?:schnell|bald|früh|spät)', null, 'time'],
  ['how (?:soon|fast|quick(?:ly)?|early|late)|(?:since |until |by )?when|um wie ?viel uhr', null, 'time'],
  ['(?:an|in|bis zu) welche[mnr] (?:tag|wochentag|datum|monat|jahr|woche)(?: der woche)?', null, 'time'],
  [`(?:on |since |from |in |at |by )?${WHICH} (?:day|date|month|year|week|time)(?: of the week)?`, null, 'time'],
  [`${WHICH} (?:datum|tag|monat|jahr|woche|uhrzeit)`, null, 'time'],
  ['datum|uhrzeit|date', null, 'time'],
  ['(?:was|were|is|are)', ' (?:\\P{P}{3,60}) due(?: to|$|\\?| )', 'time'],
  ['wo|wohin|woher|in welche[mrns]? (?:stadt|land|ort|gebäude|hauptstadt|region)', null, 'place'],
  ['where', '(?!\\p{L}| (?:do|does|did) .*stand on)', 'place'],
  ['in (?:what|which) (?:city|country|place|town|building|capital|region)', null, 'place'],
  [`(?:(?:an|at|in|auf) )?${WHICH} `, VENUE, 'place'],
  [`(?:in )?${WHICH} (?:${ATTRIBUTE} )?(?:stadt|ort|hauptstadt|city|place|location|town|capital)`, null, 'place'],
  [`(?:(?:an|at|in) ${WHICH} )?${SOMEWHERE}`, null, 'place'],
  [
    'warum|wieso|weshalb|weswegen|wozu|wie (?:kommt|kam) es|why|how come|what for|what (?:caused|led to)',
    null,
    'reason',
  ],
  [`(?:aus |mit |for |on )?${WHICH} ${REASONS}`, null, 'reason'],
  ['', '(?:begründung(?: |\\?|$)|gr(?:u|ü|ue)nde? (?:für|fuer)|reasons? (?:for|behind))', 'reason'],
  ['was|wie|what|how', `(?!\\p{L}).*(?<!\\p{L})${SAYING}(?!\\p{L}| (?:yes|no|ja|nein)(?!\\p{L}))`, 'speech'],
  ['where', ' (?:do|does|did) .*(?<!\\p{L})stand on', 'speech'],
  ['', `${WORDS}(?!\\p{L})`, 'speech'],
];

const PATTERNS = SCAFFOLDS.map(
  ([words, next, type]) =>
    [
      new RegExp(`(?<!\\p{L})(?:${words})${next === null ? '(?!\\p{L})' : `(?=(?<next>${next}))`}`, 'iu'),
      type,
    ] as const,
);

/** Words of scaffolds that are no function words, so that they are known when they are mistyped. */
export const SCAFFOLD_WORDS: Localised<readonly string[]> = {
  de: ['wieso', 'weshalb', 'warum', 'wieviele', 'wievielte', 'lange', 'viele', 'datum', 'zeit', 'stunden', 'gesagt'],
  en: ['often', 'many', 'long', 'people', 'date', 'time', 'days', 'hours', 'times', 'reason'],
};

const HOW_OFTEN = /(?<!\p{L})(?:wie (?:oft|häufig)|wievielte[rnsm]?|how (?:often|frequently|many times))(?!\p{L})/iu;

/** Whether a question for a number asks how often, so that an ordinal answers it: `his third visit`. */
export const asksHowOften = (text: string): boolean => HOW_OFTEN.test(text);

/** A scaffold in a question and what it asks for. */
export interface Scaffold extends Span {
  readonly type: AnswerType;
  /** Where what must follow it ends, such as the noun of `which general`; its own end where nothing must. */
  readonly nextEnd: number;
}

/** What ends a sentence of a question, dates (`23. Mai`) and abbreviations in small letters apart. */
const SENTENCE_END = /[?!\n]+|(?<!\d)\.(?=\s+\p{Lu})| [–—-] /gu;
/** So many tokens may stand before the scaffold of a sentence that is a question by its order: `Und seit wann`. */
const OPENING = 2;
const YES_OR_NO: Readonly<Record<Language, RegExp>> = {
  de: /^(?:und |aber |also )?(?:hat|haben|hatte|hatten|ist|sind|war|waren|wird|werden|wurde|wurden|kann|konnte|soll|sollte|will|wollte|gibt|gab|darf|muss|stimmt)(?!\p{L})/iu,
  en: /^(?:and |but |so |ok )?(?:did|does|do|was|were|is|are|has|have|had|will|would|can|could|should|may)(?!\p{L})/iu,
};
/** A question by a word that is no scaffold: what follows in it is no question of its own. */
const ASKS_OTHERWISE = /^(?:\p{L}+,? )?(?:what|which|welche[rnsm]?|was|worum|worüber|womit|wozu|wofür|wie)(?!\p{L})/iu;
/** Before a scaffold inside a question of yes or no: then it asks all the same (`Weiß jemand, wann`). */
const ASKS_INSIDE = /(?:,|\b(?:and|or|und|oder|know|tell|say|said|clear|weiß|sagen|gesagt|klar|bekannt))\s*$/iu;

/** Asks whether somebody knows, or whether it is so: what is asked stands before it. */
const ONLY_WHETHER =
  /^\s*(?:(?:does|do|did) (?:any(?:one|body)|some(?:one|body)|you)(?: here| of you)? (?:know|remember|have (?:a|any) (?:idea|clue))|any(?:one|body)(?: here)? know|any (?:ideas?|clues?|help)|is (?:that|this|it) (?:right|true|correct|so)|(?:weiß|weiss) (?:(?:das |hier )?(?:jemand|wer|einer)|man|du|ihr)(?: (?:das|hier|was|mehr|etwas))*|stimmt (?:das|es)(?: so)?|kann (?:mir )?(?:jemand|wer) helfen)(?: |\P{L})*$/iu;

/**
 * The sentence of a text that asks, where it tells something else, too; null where none does. What is told before a
 * question may hold question words as relative clauses; the question itself mostly comes last.
 */
function findAsking(text: string, language: Language): Span | null {
  const sentences = sentencesOf(text).filter(({ start, end }) => !ONLY_WHETHER.test(text.slice(start, end)));
  return (
    sentences.findLast((sentence) => isQuestion(sentence, text)) ??
    sentences.find(({ start, end }) => YES_OR_NO[language].test(text.slice(start, end).trimStart())) ??
    null
  );
}

/** The scaffold that decides what kind of thing a text asks for; null where it may be anything. */
export function findScaffold(text: string, language: Language): Scaffold | null {
  const asking = findAsking(text, language);
  if (asking !== null) return scaffoldIn(asking, text, language);
  const sentences = sentencesOf(text);
  for (const sentence of sentences) {
    const found = scaffoldIn(sentence, text, language);
    if (found !== null) return found;
  }
  return null;
}

function sentencesOf(text: string): Span[] {
  const sentences: Span[] = [];
  let start = 0;
  for (const match of text.matchAll(SENTENCE_END)) {
    const end = match.index + match[0].length;
    sentences.push({ start, end });
    start = end;
  }
  sentences.push({ start, end: text.length });
  return sentences.filter((span) => tokenize(text.slice(span.start, span.end)).length > 0);
}

function isQuestion({ start, end }: Span, text: string): boolean {
  const sentence = text.slice(start, end);
  if (sentence.includes('?')) return true;
  const first = firstIn(sentence);
  return first !== null && tokenize(sentence.slice(0, first.start)).length <= OPENING;
}

function scaffoldIn({ start, end }: Span, text: string, language: Language): Scaffold | null {
  const sentence = text.slice(start, end);
  const found = firstIn(sentence);
  if (found === null) return null;
  const before = sentence.slice(0, found.start);
  const isRelative =
    (YES_OR_NO[language].test(before.trimStart()) || ASKS_OTHERWISE.test(before.trimStart())) &&
    !ASKS_INSIDE.test(before);
  if (isRelative) return null;
  return { type: found.type, start: start + found.start, end: start + found.end, nextEnd: start + found.nextEnd };
}

function firstIn(sentence: string): Scaffold | null {
  let first: Scaffold | null = null;
  for (const [pattern, type] of PATTERNS) {
    const match = pattern.exec(sentence);
    if (match === null) continue;
    const end = match.index + match[0].length;
    const found = { start: match.index, end, nextEnd: end + (match.groups?.['next']?.length ?? 0), type };
    const earlier = first === null || found.start < first.start;
    if (earlier || (found.start === first?.start && found.end > first.end)) first = found;
  }
  return first;
}
