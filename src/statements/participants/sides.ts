import { COORDINATORS } from '../reading/grammar.ts';
import type { NounPhrase } from '../reading/phrase.ts';
import type { ReadSentence } from '../reading/reader.ts';
import { wordAt } from '../reading/sentence.ts';

const FOR = /^(?:fur|for)$/;
const SIDE = /^(?:seite|side|delegation|team)$/;
/** How far behind `for` a side's name may begin: `for the Russian side`. */
const REACH = 3;

/** Whether a sentence says for which side somebody is there: `took part for Washington`, `auf russischer Seite`. */
export const isForSide = ({ sentence, mentions }: ReadSentence): boolean =>
  mentions.some(
    ({ name, from, to }) =>
      name.kind !== 'person' &&
      name.side !== null &&
      (SIDE.test(wordAt(sentence, to)) ||
        [...Array(REACH).keys()].some((step) => FOR.test(wordAt(sentence, from - 1 - step)))),
  );

const OTHERS = /^(?:andere[nr]?|weitere[nr]?|other)$/;

/** `Rubio and other senior officials`: who is named ahead of a side's others leads them. */
export const isNamedAhead = ({ to }: NounPhrase, { sentence }: ReadSentence): boolean =>
  COORDINATORS.has(wordAt(sentence, to)) && OTHERS.test(wordAt(sentence, to + 1));
