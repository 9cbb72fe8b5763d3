import type { Explanation } from '../answer/explanation.ts';
import type { Answer } from '../answer/schemas.ts';
import type { Language } from '../language/language.ts';
import { messagesIn } from '../messages/index.ts';

/** Variants that are shown of each word; the rest is rarely the reason. */
const SHOWN = 8;

const number = (value: number): string => value.toFixed(2);

/** Why a question was answered as it was, or was not, as readable text. */
export function printExplanation(explanation: Explanation, status: Answer['status'], locale: Language): string {
  const texts = messagesIn(locale).cli.explain;
  const lines = [texts.question(explanation.language, explanation.type)];
  for (const { surface, kind, light, corrected, weight, passages, variants } of explanation.words) {
    const notes = [
      kind,
      ...(light ? [texts.light] : []),
      ...(corrected === null ? [] : [texts.corrected(corrected)]),
      texts.passages(passages),
    ];
    lines.push(`  ${surface}  ${number(weight)}  (${notes.join(', ')})`);
    const rest = variants.length > SHOWN ? ` … +${variants.length - SHOWN}` : '';
    lines.push(
      `    ${variants
        .slice(0, SHOWN)
        .map(([term, sure]) => `${term} ${number(sure)}`)
        .join(' · ')}${rest}`,
    );
  }
  for (const date of explanation.dates) lines.push(`  ${date}`);
  lines.push('', texts.threshold(number(explanation.threshold)));
  for (const { article, text, score, factor, typeFound, words } of explanation.findings) {
    lines.push('', texts.finding(number(score), number(factor), typeFound), `  ${article}: ${text}`);
    lines.push(
      `    ${words.map(({ surface, weight, match }) => `${surface} ${number(weight)}×${number(match)}`).join(' · ')}`,
    );
  }
  lines.push('', texts.outcome[status]);
  return lines.join('\n');
}
