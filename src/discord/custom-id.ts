import { WINDOW_KEY_LENGTH } from '../answer/window-key.ts';
import { LIMITS } from './limits.ts';

/** What a button of ours asks for. Everything it needs stands in it: it works after a restart. */
export type Press =
  | { readonly action: 'more'; readonly keys: readonly string[] }
  | { readonly action: 'context'; readonly keys: readonly string[] }
  | { readonly action: 'share'; readonly keys: readonly string[] }
  /** Further lines of a listing, from one on. */
  | { readonly action: 'page'; readonly key: string; readonly from: number }
  /** A part of a listing, for all in the channel. */
  | { readonly action: 'publish'; readonly key: string; readonly from: number }
  /** One of several things that a name fits: a listing, or an article. */
  | { readonly action: 'pick'; readonly key: string }
  | { readonly action: 'delete'; readonly asker: string };

const KEYED = ['more', 'context', 'share'] as const;
const KEY = `[\\w-]{${WINDOW_KEY_LENGTH}}`;
const PATTERN = new RegExp(
  `^(?:(?<keyed>${KEYED.join('|')}):(?<keys>(?:${KEY})+)|(?<paged>page|publish):(?<from>\\d{1,6}):(?<page>[\\w.-]{1,85})|pick:(?<pick>[\\w.-]{1,85})|delete:(?<asker>\\d{1,20}))$`,
);

/** The press as a custom id; keys beyond what 100 characters hold are left out, the last first. */
export function writeCustomId(press: Press): string {
  if (press.action === 'delete') return `delete:${press.asker}`;
  if ('from' in press) return `${press.action}:${press.from}:${press.key}`;
  if (press.action === 'pick') return `pick:${press.key}`;
  const room = Math.floor((LIMITS.customId - press.action.length - 1) / WINDOW_KEY_LENGTH);
  return `${press.action}:${press.keys.slice(0, room).join('')}`;
}

/** Reads a custom id; null where it is none of ours. */
export function readCustomId(customId: string): Press | null {
  const groups = PATTERN.exec(customId)?.groups;
  const action = KEYED.find((keyed) => keyed === groups?.['keyed']);
  if (action !== undefined) {
    const keys = groups?.['keys'] ?? '';
    const count = keys.length / WINDOW_KEY_LENGTH;
    return {
      action,
      keys: Array.from({ length: count }, (_, at) => keys.slice(at * WINDOW_KEY_LENGTH, (at + 1) * WINDOW_KEY_LENGTH)),
    };
  }
  const page = groups?.['page'];
  if (page !== undefined) {
    return { action: groups?.['paged'] === 'page' ? 'page' : 'publish', key: page, from: Number(groups?.['from']) };
  }
  const pick = groups?.['pick'];
  if (pick !== undefined) return { action: 'pick', key: pick };
  const asker = groups?.['asker'];
  return asker === undefined ? null : { action: 'delete', asker };
}
