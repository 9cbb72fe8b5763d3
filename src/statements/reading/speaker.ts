import { fold } from '../../language/fold.ts';
import type { Language, Localised } from '../../language/language.ts';
import type { Name, NameKind } from '../../language/name.ts';
import { stem } from '../../language/stem.ts';
import { tokenize } from '../../language/tokens.ts';

export type SpeakerKind = 'person' | 'institution' | 'country' | 'group' | 'anonymous';

/** Someone who says or does something: a name of the lexicon, or as the article calls them. */
export interface Speaker {
  /** A name's id in the lexicon, or made from the words of the text: `person:jane-doe`, `phrase:polizei`. */
  readonly id: string;
  readonly name: Localised;
  readonly kind: SpeakerKind;
}

const KINDS: Readonly<Record<NameKind, SpeakerKind>> = {
  person: 'person',
  institution: 'institution',
  medium: 'institution',
  place: 'institution',
  country: 'country',
};

/** Someone whom the lexicon knows. */
export const speakerOf = ({ id, name, kind }: Name): Speaker => ({ id, name, kind: KINDS[kind] });

/** Someone whom an article names in full, but no list: `Jane Doe`. */
export function personNamed(name: string): Speaker {
  const words = tokenize(name).map(({ folded }) => folded);
  return { id: `person:${words.join('-')}`, name: { de: name, en: name }, kind: 'person' };
}

const ARTICLE = /^(?:der|die|das|dem|den|des|ein|eine|einer|einem|einen|eines|the|an?)$/;

/** Someone who has no name but words: `die Polizei`; the same under any article and ending. */
export function speakerInWords(phrase: string, kind: SpeakerKind, language: Language): Speaker {
  const stems = tokenize(phrase)
    .filter(({ folded }) => !ARTICLE.test(folded))
    .map(({ surface }) => stem(fold(surface), language));
  return { id: `phrase:${stems.join('-')}`, name: { de: phrase, en: phrase }, kind };
}

/** Every speaker once, in order. */
export const distinct = (speakers: readonly Speaker[]): readonly Speaker[] => [
  ...new Map(speakers.map((speaker) => [speaker.id, speaker])).values(),
];

/** What several speakers are known by together: the same in whatever order they are named. */
export const keyOf = (speakers: readonly Pick<Speaker, 'id'>[]): string =>
  speakers
    .map(({ id }) => id)
    .sort()
    .join('+');
