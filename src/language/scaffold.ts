import type { Span } from '../span.ts';

/** What kind of thing a question asks for: `speech` is what somebody said; `any` where it may be anything. */
export type AnswerType = 'person' | 'time' | 'place' | 'number' | 'duration' | 'reason' | 'speech' | 'any';

/**
 * The scaffolds of questions and what they ask for. Of several in a question the one that stands first decides (what
 * follows may be a relative clause); of two that start at one place the longer.
 */
const SCAFFOLDS: readonly (readonly [RegExp, AnswerType])[] = [
  [/\b(?:wie lang(?:e|’?s)?|seit wie vielen? \w+|für welchen zeitraum|how long|for how many \w+)\b/iu, 'duration'],
  [
    /\b(?:w[ie]{1,2} ?v[ie]{1,2}le?[nrs]?|how ?many|how ?much|wie hoch|wie oft|how often|(?:welche )?(?:an)?zahl(?: der)?|(?:what )?number(?: of)?)\b/iu,
    'number',
  ],
  [/\b(?:wer|wem|wen|wessen|who|whom|whose|welche person\w*|which person|what people)\b/iu, 'person'],
  // The noun itself is looked for, too: `welcher General`.
  [
    /\b(?:welche[rnsm]?|which|what) (?=(?:\p{L}+ )?(?:politiker|minister|präsident|general|diplomat|berater|vertreter|unterhändler|gesandte|land|länder|staat|regierung|seite|politician|president|advis[eo]r|official|negotiator|envoy|countr|state|government|side|leader))/iu,
    'person',
  ],
  [
    /\b(?:(?:ab |bis |seit )?wann|(?:ab|von) welchem tag(?: an)?|wie (?:schnell|bald)|how (?:soon|fast|quickly)|(?:since |until |by )?when|an welche[mn] (?:tag|wochentag|datum)(?: der woche)?|(?:on |since )?(?:what|wh?ich) (?:day|date)(?: of the week)?|welche[ns]? (?:datum|tag))\b/iu,
    'time',
  ],
  [
    /\b(?:wo|wohin|woher|where|in welche[mrn] (?:stadt|land|ort)|in (?:what|which) (?:city|country|place|town))\b/iu,
    'place',
  ],
  [/\b(?:an welchem ort|at (?:what|which) (?=place|venue))/iu, 'place'],
  [/\b(?:warum|wieso|weshalb|weswegen|aus welchem grund|why|how come|for what reason)\b/iu, 'reason'],
  [
    /\b(?:was|wie|what|how|did|hat)\b(?=.*\b(?:sag(?:t|te|en)|gesagt|mein(?:t|te|en)|gemeint|erklär(?:t|te)|äußer(?:t|te)|geäußert|denk(?:t|en)|dacht(?:e|en)|h(?:ä|ae)lt(?:en)? .*von|reagier(?:t|te)|sa(?:y|id)|th(?:ink|ought)|comment(?:ed)?|react(?:ed)?|respond(?:ed)?)\b)/iu,
    'speech',
  ],
  [
    /(?=\b(?:statement|verdict|opinion|stance|reaction|comments?|aussage|meinung|urteil|haltung|reaktion|stellungnahme)\b)/iu,
    'speech',
  ],
];

/** A scaffold in a question and what it asks for. */
export interface Scaffold extends Span {
  readonly type: AnswerType;
}

/** The scaffold that decides what kind of thing a text asks for; null where it may be anything. */
export function findScaffold(text: string): Scaffold | null {
  let first: Scaffold | null = null;
  for (const [pattern, type] of SCAFFOLDS) {
    const match = pattern.exec(text);
    if (match === null) continue;
    const found = { start: match.index, end: match.index + match[0].length, type };
    const earlier = first === null || found.start < first.start;
    if (earlier || (found.start === first?.start && found.end > first.end)) first = found;
  }
  return first;
}
