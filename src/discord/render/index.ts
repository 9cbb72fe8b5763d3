import type { Reply } from '../../command/contract.ts';
import type { ErrorFacts, Problem } from '../../errors.ts';
import type { Language } from '../../language/language.ts';
import { describeProblem, messagesIn } from '../../messages/index.ts';
import { headingOf } from '../../messages/listing.ts';
import { shorten } from '../../shorten.ts';
import { writeCustomId } from '../custom-id.ts';
import { actionButton, type Draft, Writer } from '../draft.ts';
import { escapeMarkdown } from '../escape.ts';
import { type Audience, renderAnswer, writeDelete } from './answer.ts';
import { renderAbout, renderArticle, renderHelp, renderReport } from './cards.ts';
import { renderListing } from './listing.ts';

/** A message of an error may hold what someone typed, which may be of any length. */
const LONGEST_PROBLEM = 600;

/** What a command came to, as a message. */
export function render(reply: Reply, audience: Audience): Draft {
  switch (reply.kind) {
    case 'answer':
      return renderAnswer(reply, audience);
    case 'listing':
      return renderListing(reply, audience);
    case 'article':
      return renderArticle(reply, audience);
    case 'about':
      return renderAbout(reply, audience.locale);
    case 'help':
      return renderHelp(reply, audience.locale);
    case 'report':
      return renderReport(reply, audience.locale);
  }
}

/** What went wrong, as a message; where a name fits several things, with a button for each. */
export function renderProblem(problem: Problem, audience: Audience): Draft {
  const writer = new Writer();
  if (problem.id === 'option.ambiguous' && problem.facts.choices.some(({ key }) => key !== null)) {
    writePick(writer, problem.facts, audience.locale);
  } else {
    writer.text(escapeMarkdown(shorten(describeProblem(problem, audience.locale), LONGEST_PROBLEM)));
  }
  if (!audience.isPrivate) writeDelete(writer, audience);
  return writer.draft();
}

function writePick(writer: Writer, facts: ErrorFacts['option.ambiguous'], locale: Language): void {
  const { pick } = messagesIn(locale);
  const lines = [escapeMarkdown(shorten(pick.which(facts.value), LONGEST_PROBLEM))];
  if (facts.more > 0) lines.push(`-# ${pick.more(facts.more)}`);
  writer.text(lines.join('\n'));
  for (const { label, key } of facts.choices) {
    if (key === null) continue;
    writer.button(actionButton(headingOf(label, locale), writeCustomId({ action: 'pick', key })));
  }
}
