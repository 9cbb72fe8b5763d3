import type { Reply } from '../../command/contract.ts';
import type { Problem } from '../../errors.ts';
import type { Language } from '../../language/language.ts';
import { describeProblem } from '../../messages/index.ts';
import { shorten } from '../../shorten.ts';
import { type Draft, Writer } from '../draft.ts';
import { escapeMarkdown } from '../escape.ts';
import { type Audience, renderAnswer } from './answer.ts';
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
      return renderArticle(reply, audience.locale);
    case 'about':
      return renderAbout(reply, audience.locale);
    case 'help':
      return renderHelp(reply, audience.locale);
    case 'report':
      return renderReport(reply, audience.locale);
  }
}

/** What went wrong, as a message. */
export function renderProblem(problem: Problem, locale: Language): Draft {
  return renderText(escapeMarkdown(shorten(describeProblem(problem, locale), LONGEST_PROBLEM)));
}

function renderText(text: string): Draft {
  const writer = new Writer();
  writer.text(text);
  return writer.draft();
}
