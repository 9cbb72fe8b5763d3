import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FILTERS, LISTINGS, type Listing } from '../../src/answer/listing-schemas.ts';
import { verify } from '../../src/discord/guard.ts';
import { LIMITS } from '../../src/discord/limits.ts';
import { renderListing } from '../../src/discord/render/listing.ts';
import { PARTS } from '../../src/language/part-cues.ts';
import { hostileText } from './hostile.ts';
import { audiences, expectSendable, partsOf, quoted, textOf, unique } from './messages.ts';

const label = hostileText(20).map((text) => ({ de: text, en: text }));
const dates = fc.constantFrom('2025', '2025-03', '2025-03-18');

const people = fc.array(
  fc.record({
    id: fc.constant('x'),
    name: label,
    side: fc.constant('RU'),
    office: fc.option(hostileText(20)),
    part: fc.constantFrom(...PARTS),
  }),
  { maxLength: 4 },
);

/** Listings of hostile articles, with as many lines as are asked for at most; now and then one quotation twice. */
const listings: fc.Arbitrary<Listing> = fc
  .record({
    command: fc.constantFrom(...LISTINGS),
    quotations: unique(quoted(12), LIMITS.lines),
    people,
    heading: fc.option(label),
    date: fc.option(dates),
    side: fc.constantFrom(null, 'a' as const, 'b' as const),
    labels: fc.array(label, { maxLength: 12 }),
    from: fc.nat(20),
    further: fc.nat(20),
    perGroup: fc.integer({ min: 1, max: 4 }),
  })
  .map(({ command, quotations, people: persons, heading, date, side, labels, from, further, perGroup }) => {
    const all = quotations.map(({ quotation }) => ({ quotation, side, people: persons }));
    const lines = all.length > 1 ? [...all.slice(0, -1), ...all.slice(0, 1)] : all;
    const groups = Array.from({ length: Math.ceil(lines.length / perGroup) }, (_, at) => ({
      heading,
      date,
      side: 'RU',
      lines: lines.slice(at * perGroup, (at + 1) * perGroup),
    }));
    const isEmpty = lines.length === 0;
    return {
      kind: 'listing',
      command,
      key: 'abcdef01.00.1',
      filters: FILTERS.flatMap((filter, at) => {
        const value = labels[at];
        if (value === undefined) return [];
        return [{ filter, label: filter === 'since' || filter === 'until' ? { de: '2025', en: '2025' } : value }];
      }),
      groups,
      from: isEmpty ? 0 : from,
      total: isEmpty ? 0 : from + lines.length + further,
      undated: further,
      silent: side === 'a' ? ['b' as const] : [],
      instead: isEmpty ? [{ filter: 'topic', labels }] : [],
      extent: { articles: 4, newest: '2025-03-18' },
    };
  });

describe('a listing as a message', () => {
  it('stays within the limits of Discord and passes the guard, whatever it holds', () => {
    fc.assert(
      fc.property(listings, audiences, (listing, audience) => {
        const draft = renderListing(listing, audience);
        expectSendable(draft);
        expect(verify(draft, textOf).components).toEqual(draft.components);
      }),
      { numRuns: 150 },
    );
  });

  it('shows its lines in order, or names one that is too long, and leads to the others by a button', () => {
    fc.assert(
      fc.property(listings, audiences, (listing, audience) => {
        const draft = renderListing(listing, audience);
        const lines = listing.groups.flatMap((group) => group.lines.map(({ quotation }) => quotation.ref));
        const { customIds, contents } = partsOf(draft);
        const next = customIds.find((id) => id.startsWith('page:'))?.split(':')[1];
        const dealtWith = next === undefined ? lines.length : Number(next) - listing.from;
        const isNamed = /zu lang|too long/.test(contents.join('\n'));
        // What one sentence says of several people is quoted once.
        const quotedOnce = lines
          .slice(isNamed ? 1 : 0, dealtWith)
          .filter((ref, at, all) => listing.command !== 'participants' || ref !== all[at - 1]);
        expect(draft.claims).toEqual(quotedOnce);
        if (lines.length > 0) expect(dealtWith).toBeGreaterThan(0);
      }),
      { numRuns: 150 },
    );
  });

  it('has a picture only where it is a timeline, with a description that Discord takes', () => {
    fc.assert(
      fc.property(listings, audiences, (listing, audience) => {
        const { picture } = renderListing(listing, audience);
        expect(picture !== null).toBe(listing.command === 'timeline' && listing.groups.length > 0);
        expect(picture?.description.length ?? 0).toBeLessThanOrEqual(1_024);
      }),
      { numRuns: 100 },
    );
  });
});
