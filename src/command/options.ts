import { WortlautError } from '../errors.ts';
import { fold } from '../language/fold.ts';
import { LANGUAGES } from '../language/language.ts';
import type { OptionChoice, OptionSpecs, OptionValues } from './contract.ts';

/**
 * Checks what was typed against the declared options; Discord's clients do so too, but not every sender is one.
 * @throws WortlautError `option.missing`, `option.unknown`, `option.malformed`, `option.unknown-choice`.
 */
export function parseOptions<Specs extends OptionSpecs>(
  specs: Specs,
  given: Readonly<Record<string, unknown>>,
): OptionValues<Specs> {
  for (const option of Object.keys(given)) {
    if (!Object.hasOwn(specs, option)) throw new WortlautError('option.unknown', { option });
  }
  const values = Object.entries(specs).map(([option, spec]) => {
    const value = Object.hasOwn(given, option) ? (given[option] ?? null) : null;
    if (value === null) {
      if (spec.required === true) throw new WortlautError('option.missing', { option });
      return [option, null] as const;
    }
    if (typeof value !== spec.type) throw new WortlautError('option.malformed', { option });
    if (typeof value === 'string' && spec.maxLength !== undefined && value.length > spec.maxLength) {
      throw new WortlautError('option.malformed', { option });
    }
    if (typeof value === 'string' && spec.choices !== undefined) {
      const isBlank = value.trim() === '' && spec.required !== true;
      return [option, isBlank ? null : chosen(option, value, spec.choices)] as const;
    }
    return [option, value] as const;
  });
  // Each value was checked against its own spec just now; the mapped type cannot be built up entry by entry.
  return Object.fromEntries(values) as OptionValues<Specs>;
}

/** The value of a choice that was picked, or whose name was typed. */
function chosen(option: string, value: string, choices: readonly OptionChoice[]): string {
  const wanted = fold(value.trim());
  const choice = choices.find(
    (each) => each.value === value || LANGUAGES.some((language) => fold(each.name[language]) === wanted),
  );
  if (choice !== undefined) return choice.value;
  throw new WortlautError('option.unknown-choice', { option, value, choices: choices.map(({ name }) => name) });
}
