import { describe, expect, it } from 'vitest';
import { ask } from '../../src/answer/ask.ts';
import { askParams } from '../../src/answer/schemas.ts';
import { buildRevision } from '../../src/library/revision.ts';
import { projectFile } from '../../src/project.ts';

const folders = {
  articles: projectFile('corpus/articles'),
  lexicon: projectFile('corpus/lexicon'),
  dictionary: null,
};
const { knowledge } = await buildRevision(folders);
const statusOf = (question: string): string => ask(knowledge, askParams.parse({ question, locale: 'en' })).status;

describe('on the shipped corpus', () => {
  it.each([
    'Wie viele Gefangene wurden ausgetauscht?',
    'How many prisoners were exchanged?',
    'Was fordert Putin?',
    'Who led the US delegation?',
    'What did Zelensky reject?',
    'wer saß in istanbul eigentlich am tisch',
    'was wil moskau für nen waffenstilstand',
    'minerals deal signed when',
    'who spoke for kyiv in Geneva',
  ])('%j is answered, though several events answer it', (question) => {
    expect(statusOf(question)).toBe('answered');
  });

  it.each([
    'Wer vertrat Italien in Abu Dhabi?',
    'Wer vertrat London?',
    'Wie viele Gefangene übergab Belarus?',
    'In welchem Hotel trafen sich Putin und Xi?',
    'How many tanks did Norway send to Kyiv?',
    'Wie heißt die Hauptstadt von Australien?',
  ])('%j is not', (question) => {
    expect(statusOf(question)).toBe('abstained');
  });
});
