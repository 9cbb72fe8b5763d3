import { WortlautError } from '../errors.ts';
import type { OptionSpecs, OptionValues } from './contract.ts';

/**
 * Checks what was typed against the declared options; Discord's clients do so too, but not every sender is one.
 * @throws WortlautError `option.missing`, `option.unknown`, `option.malformed`.
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
    return [option, value] as const;
  });
  // Each value was checked against its own spec just now; the mapped type cannot be built up entry by entry.
  return Object.fromEntries(values) as OptionValues<Specs>;
}
