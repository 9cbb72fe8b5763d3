import { ComponentType } from 'discord.js';
import { WortlautError } from '../errors.ts';
import type { Draft, MessageComponent } from './draft.ts';
import { readQuotes } from './escape.ts';

declare const verified: unique symbol;

/** A message in which every quotation was found in its article, character for character. Only these are sent. */
export interface VerifiedMessage {
  readonly components: readonly MessageComponent[];
  readonly [verified]: true;
}

/**
 * The verbatim guard: every block quote in a message must be escaped as a whole and, unescaped, be exactly the slice of
 * the article that it claims to be; and there must be no block quote without a claim.
 * @param textOf The text of an article by the hash of its revision.
 * @throws WortlautError `guard.not-verbatim`.
 */
export function verify(
  draft: Pick<Draft, 'components' | 'claims'>,
  textOf: (hash: string) => string | undefined,
): VerifiedMessage {
  const quotes = draft.components.flatMap(textsIn).flatMap(readQuotes);
  for (let at = 0; at < Math.max(quotes.length, draft.claims.length); at++) {
    const claim = draft.claims[at];
    const quoted = quotes[at];
    const article = claim === undefined ? undefined : textOf(claim.revision);
    const isSlice = claim !== undefined && claim.start < claim.end && quoted === article?.slice(claim.start, claim.end);
    if (!isSlice) throw new WortlautError('guard.not-verbatim', { article: claim?.article ?? '?' });
  }
  return { components: draft.components } as VerifiedMessage;
}

/** All texts that a component shows as Markdown, in order. */
function textsIn(component: MessageComponent): string[] {
  if (component.type === ComponentType.ActionRow) return [];
  return component.components.flatMap((inner) => {
    if (inner.type === ComponentType.TextDisplay) return [inner.content];
    if (inner.type === ComponentType.Section) return inner.components.map((text) => text.content);
    return [];
  });
}
