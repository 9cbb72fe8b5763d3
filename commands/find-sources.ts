import type { MessageCommand } from '../src/command/contract.ts';
import { WortlautError } from '../src/errors.ts';

/** "Find sources": the passages that bear on what someone wrote. */
export const findSources: MessageCommand = {
  name: { de: 'Quellen suchen', en: 'Find sources' },
  async run({ library, locale }, text) {
    if (text.trim() === '') throw new WortlautError('message.nothing-to-search', {});
    return library.request('sources', { text, locale });
  },
};
