import type { Language } from '../language/language.ts';
import type { Finding } from '../search/search.ts';

/** Quotations shown at once: one to read, two to compare it with. */
const SHOWN = 3;
/**
 * A further quotation is shown with the first only where it is nearly as good: at most e times less likely to be the
 * right one (ranks are logarithms of likelihoods).
 */
const NEARLY_AS_GOOD = 1;
/** The article in the reader's language on the same event is preferred where its quotation is this near. */
const TWIN_AS_GOOD = 0.4;

/**
 * Which findings are shown: the best, and others nearly as good. Of two articles on one event, which say the same in
 * two languages, only one is quoted: the one in the question's language where it answers too.
 * @param good Findings that answer, best first.
 */
export function selectShown(good: readonly Finding[], language: Language): Finding[] {
  const best = good[0]?.rank ?? 0;
  const shown: Finding[] = [];
  for (const finding of good) {
    if (finding.rank < best - NEARLY_AS_GOOD || shown.length === SHOWN) break;
    const chosen = twinOf(finding, good, language) ?? finding;
    if (!shown.some((other) => other === chosen || isTranslation(other, chosen))) shown.push(chosen);
  }
  return shown;
}

function twinOf(finding: Finding, good: readonly Finding[], language: Language): Finding | undefined {
  if (finding.entry.article.language === language) return undefined;
  return good.find(
    (other) =>
      other.entry.article.language === language &&
      isTranslation(finding, other) &&
      other.rank >= finding.rank - TWIN_AS_GOOD,
  );
}

/** Whether two findings come from the articles on one event in different languages. */
function isTranslation({ entry: a }: Finding, { entry: b }: Finding): boolean {
  return a.article.event !== null && a.article.event === b.article.event && a.article.language !== b.article.language;
}
