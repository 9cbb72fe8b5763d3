import { WortlautError } from '../errors.ts';
import { fold } from '../language/fold.ts';
import { LANGUAGES, type Language, type Localised } from '../language/language.ts';
import type { Lexicon } from '../language/lexicon.ts';
import type { Name } from '../language/name.ts';
import { tokenize } from '../language/tokens.ts';
import type { Span } from '../span.ts';
import type { Speaker } from '../statements/attribution/attribution.ts';
import { MentionFinder } from '../statements/reading/mentions.ts';
import { readSentence } from '../statements/reading/sentence.ts';
import { LONGEST_CHOICE, MOST_CHOICES, offers, onlyOne } from './choices.ts';
import type { FilterName } from './listing-schemas.ts';
import type { Choices } from './schemas.ts';

/** Somebody whom people can ask about: a person, an institution, or a whole side. */
export interface Party {
  readonly id: string;
  readonly name: Localised;
  /** The code of the side, where the party stands for the whole of it: its government, its capital and its people. */
  readonly side: string | null;
}

/** PartyBook is responsible for those who say or do something in the articles, and for the sides that they are on. */
export class PartyBook {
  /** All that can be asked about, sorted by id. */
  readonly parties: readonly Party[];
  readonly #names: ReadonlyMap<string, Name>;
  readonly #heads = new Map<string, Name>();
  readonly #finder: MentionFinder;
  /** How often each party is a source or an actor: the busiest are offered first. */
  readonly #counts = new Map<string, number>();

  /** @param speakers Everybody who says or does something, as often as they do. */
  constructor(lexicon: Lexicon, speakers: readonly Speaker[]) {
    this.#names = lexicon.names;
    this.#finder = new MentionFinder(lexicon);
    for (const name of lexicon.names.values()) if (name.side !== null) this.#lead(name.side, name);
    const parties = new Map<string, Party>();
    for (const speaker of speakers) {
      const own = isLasting(speaker) ? this.#partyOf(speaker) : null;
      const head = this.headOf(this.sideOf(speaker));
      for (const [id, party] of new Map([own, head].flatMap((each) => (each === null ? [] : [[each.id, each]])))) {
        parties.set(id, party);
        this.#counts.set(id, (this.#counts.get(id) ?? 0) + 1);
      }
    }
    this.parties = [...parties.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  /** The side of somebody, as the lexicon knows it. */
  sideOf({ id }: Pick<Speaker, 'id'>): string | null {
    return this.#names.get(id)?.side ?? null;
  }

  /** The one who stands for a side: Russia for `RU`. */
  headOf(side: string | null): Party | null {
    const name = side === null ? undefined : this.#heads.get(side);
    return name === undefined ? null : { id: name.id, name: name.name, side };
  }

  /** Whether somebody belongs to a party: is it, or is on the side that it stands for. */
  includes(party: Party, speaker: Pick<Speaker, 'id'>): boolean {
    return party.id === speaker.id || (party.side !== null && this.sideOf(speaker) === party.side);
  }

  /** The names of the lexicon in a text, with their places in it. */
  namesIn(text: string, language: Language): readonly { readonly name: Name; readonly span: Span }[] {
    const sentence = readSentence(text, { start: 0, end: text.length }, [], language);
    return this.#finder.find(sentence).map(({ name, from, to }) => {
      return { name, span: { start: sentence.words[from]?.start ?? 0, end: sentence.words[to - 1]?.end ?? 0 } };
    });
  }

  /**
   * The party of an id or a name, a capital's too; aliases are names. Or the only one that the typed words fit.
   * @param option Where it was typed.
   * @throws WortlautError `option.unknown-party`, `option.ambiguous`.
   */
  resolve(value: string, option: FilterName): Party {
    const wanted = fold(value.trim());
    const found =
      this.parties.find(({ id, name }) => [id, name.de, name.en].some((each) => fold(each) === wanted)) ??
      this.#byCapital(wanted) ??
      this.#byAlias(value) ??
      this.#byWords(value, option);
    if (found === null || wanted === '') throw new WortlautError('option.unknown-party', { value });
    return found;
  }

  /** Parties for what someone typed so far: whole sides first, then those who are heard most. */
  suggest({ typed, locale }: { typed: string; locale: Language }): Choices {
    return this.#fitting(typed)
      .filter(({ id, name }) => id.length <= LONGEST_CHOICE && name[locale].length <= LONGEST_CHOICE)
      .slice(0, MOST_CHOICES)
      .map(({ id, name }) => ({ name: name[locale], value: id }));
  }

  /** A side is led by the name that has its code (`eu`), else by its first country, else by the first institution. */
  #lead(side: string, name: Name): void {
    const rank = ({ id, kind }: Name): number =>
      id === side.toLowerCase() ? 3 : kind === 'country' ? 2 : kind === 'institution' ? 1 : 0;
    const present = this.#heads.get(side);
    if (rank(name) > (present === undefined ? 0 : rank(present))) this.#heads.set(side, name);
  }

  #partyOf({ id, name }: Pick<Speaker, 'id' | 'name'>): Party {
    const head = this.headOf(this.sideOf({ id }));
    return head?.id === id ? head : { id, name, side: null };
  }

  /** `Moscow` stands for its side. */
  #byCapital(wanted: string): Party | null {
    for (const { metonyms, side } of this.#names.values()) {
      if (metonyms.some((capital) => fold(capital) === wanted)) return this.#present(this.headOf(side));
    }
    return null;
  }

  #byAlias(value: string): Party | null {
    for (const language of LANGUAGES) {
      const [only, another] = this.namesIn(value, language);
      if (only !== undefined && another === undefined) return this.#present(this.#partyOf(only.name));
    }
    return null;
  }

  #byWords(value: string, option: FilterName): Party | null {
    if (tokenize(value).length === 0) return null;
    const fitting = onlyOne(this.#fitting(value), { option, value }, ({ id, name }) => ({
      value: id,
      label: name,
      key: null,
    }));
    return fitting ?? null;
  }

  /** Whose name has a word for each typed one to begin: whole sides first, then those who are heard most. */
  #fitting(typed: string): Party[] {
    const count = ({ id }: Party): number => this.#counts.get(id) ?? 0;
    return this.parties
      .filter(({ name }) => offers(`${name.de} ${name.en}`, typed))
      .sort(
        (a, b) => Number(b.side !== null) - Number(a.side !== null) || count(b) - count(a) || (a.id < b.id ? -1 : 1),
      );
  }

  #present(party: Party | null): Party | null {
    return this.parties.find(({ id }) => id === party?.id) ?? null;
  }
}

/** Whether somebody is called the same in every article: `the police` are others in each. */
const isLasting = ({ id, kind }: Speaker): boolean => kind !== 'anonymous' && !id.startsWith('phrase:');
