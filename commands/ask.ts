import { defineCommand } from '../src/command/contract.ts';
import { WortlautError } from '../src/errors.ts';
import { isPrivate, since, until } from './shared-options.ts';

/** What Discord allows for a string option, and more than any question needs. */
const LONGEST_QUESTION = 6_000;

/** `/ask`: a question, answered with the best quotations. */
export const ask = defineCommand({
  name: 'ask',
  description: {
    de: 'Frage, was die Artikel über die Gespräche sagen: Antwort im genauen Wortlaut',
    en: 'Ask what the articles say about the talks: answered with their exact wording',
  },
  options: {
    question: {
      type: 'string',
      german: 'frage',
      description: { de: 'Was möchtest du wissen?', en: 'What do you want to know?' },
      required: true,
      maxLength: LONGEST_QUESTION,
    },
    since,
    until,
    source: {
      type: 'string',
      german: 'quelle',
      description: { de: 'Nur Artikel dieses Mediums', en: 'Only articles of this outlet' },
      maxLength: 200,
      complete: (library, typed) => library.request('suggestOutlets', { typed }),
    },
    private: isPrivate,
  },
  access: 'everyone',
  visibility: { privateIf: 'private' },
  async run({ library, locale }, { question, since, until, source }) {
    if (question.trim() === '') throw new WortlautError('question.empty', {});
    return library.request('ask', { question, locale, since, until, source });
  },
});
