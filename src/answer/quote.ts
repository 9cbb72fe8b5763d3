import type { Localised } from '../language/language.ts';
import type { Concept } from '../language/question.ts';
import type { PassageEntry } from '../search/passages.ts';
import { spanOf, type Window } from '../search/quotation.ts';
import { sliceOf } from '../span.ts';
import type { Attribution, Speaker } from '../statements/attribution/attribution.ts';
import { keyOf } from '../statements/reading/speaker.ts';
import type { Statement } from '../statements/statement.ts';
import type { Knowledge } from './knowledge.ts';
import type { Quotation } from './schemas.ts';
import { windowKey } from './window-key.ts';

/** Words that match a question less surely than this are not marked: a mark says "this is what you asked for". */
const MARK_FROM = 0.7;

/** A window of a passage as a quotation, with everything a reader needs to check it; `concepts` are marked in it. */
export function quote(
  knowledge: Knowledge,
  entry: PassageEntry,
  window: Window,
  concepts: readonly Concept[] = [],
): Quotation {
  const { article, section, passage } = entry;
  const span = spanOf(entry, window);
  const text = sliceOf(article.text, span);
  const marks = concepts.length === 0 ? [] : knowledge.index.mark(text, article.language, concepts, MARK_FROM);
  const said = passage.sentences
    .slice(window.from, window.to)
    .map((sentence) => knowledge.statementOf(article, sentence.start));
  return {
    ref: { article: article.id, revision: article.hash, ...span },
    key: windowKey(entry, window),
    text,
    marks: marks.map((mark) => ({ start: mark.start + span.start, end: mark.end + span.start })),
    language: article.language,
    title: article.title,
    outlet: article.outlet,
    date: article.date,
    event: article.event,
    section: section.heading === null ? null : sliceOf(article.text, section.heading),
    paragraph: passage.paragraph,
    url: article.url,
    sources: [...article.sources],
    ...attributed(said),
  };
}

/** A whole passage as a quotation. */
export function quotePassage(knowledge: Knowledge, entry: PassageEntry): Quotation {
  return quote(knowledge, entry, { from: 0, to: entry.passage.sentences.length });
}

type Attributed = Pick<Quotation, 'voice' | 'source' | 'actor' | 'statement'>;

/** What is told of several sentences in different voices: what one of them says or does may not be told of another. */
const OF_SEVERAL_VOICES: Attributed = { voice: 'unclear', source: [], actor: [], statement: null };

/** Who says several sentences, and what they do: the same sources, or the article throughout. */
function attributed(said: readonly Statement[]): Attributed {
  const attributions = said.map(({ attribution }) => attribution);
  const [first] = attributions;
  if (first === undefined || !areOfOneVoice(attributions)) return OF_SEVERAL_VOICES;
  return {
    voice: first.voice,
    source: distinct(attributions.flatMap(({ source }) => source)),
    actor: distinct(attributions.flatMap(({ actor }) => actor)),
    statement: statusOf(said),
  };
}

/** Whether sentences are all in the words of the same sources, or of the article. */
export const areOfOneVoice = (said: readonly Attribution[]): boolean =>
  new Set(said.map(({ voice, source }) => `${voice} ${keyOf(source)}`)).size === 1;

/** What sentences in one voice do; null where that is several things. */
function statusOf(said: readonly Statement[]): Quotation['statement'] {
  const [first, ...others] = new Set(said.map(({ status }) => status).filter((status) => status !== 'background'));
  return others.length > 0 ? null : (first ?? 'background');
}

function distinct(speakers: readonly Speaker[]): Localised[] {
  return [...new Map(speakers.map((speaker) => [speaker.id, nameOf(speaker)])).values()];
}

/** Who is in no list stands in the article's own words and case: as a quotation of them. */
function nameOf({ id, name }: Speaker): Localised {
  return id.startsWith('phrase:') ? { de: `„${name.de}“`, en: `“${name.en}”` } : { de: name.de, en: name.en };
}
