import { defineCommand } from '../src/command/contract.ts';
import { WortlautError } from '../src/errors.ts';

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
    since: {
      type: 'string',
      german: 'seit',
      description: {
        de: 'Nur Artikel ab diesem Datum: 2025, 2025-03 oder 18.3.2025',
        en: 'Only articles from this date on: 2025, 2025-03 or 18 March 2025',
      },
      maxLength: 40,
    },
    until: {
      type: 'string',
      german: 'bis',
      description: {
        de: 'Nur Artikel bis zu diesem Datum: 2025, 2025-03 oder 18.3.2025',
        en: 'Only articles up to this date: 2025, 2025-03 or 18 March 2025',
      },
      maxLength: 40,
    },
    source: {
      type: 'string',
      german: 'quelle',
      description: { de: 'Nur Artikel dieses Mediums', en: 'Only articles of this outlet' },
      maxLength: 200,
      complete: (library, typed) => library.request('suggestOutlets', { typed }),
    },
    private: {
      type: 'boolean',
      german: 'privat',
      description: { de: 'Nur du siehst die Antwort', en: 'Only you see the answer' },
    },
  },
  access: 'everyone',
  visibility: { privateIf: 'private' },
  async run({ library, locale }, { question, since, until, source }) {
    if (question.trim() === '') throw new WortlautError('question.empty', {});
    return library.request('ask', { question, locale, since, until, source });
  },
});
