import fc from 'fast-check';
import type { TimelineEntry } from '../../src/picture/timeline.ts';
import { hostileText } from '../discord/hostile.ts';

/** An ordinary entry. */
export const entry = {
  date: '2025-03-18',
  label: 'Telefonat Trump–Putin: Pause bei Energieanlagen',
  side: 'RU',
  status: 'announced',
  statusLabel: 'angekündigt',
} as const satisfies TimelineEntry;

const NASTY_LABELS = [
  ']]>',
  '<!-- <b>&amp;&#0;',
  'W'.repeat(10_000),
  '漢'.repeat(10_000),
  `a${'\u0301'.repeat(10_000)}`,
  '\u00A0'.repeat(2_000),
  '\u202Eabc\u2066',
  '\uD83D',
  '\uFFFE\uFFFF',
  'שלום עולם',
];

const label = (): fc.Arbitrary<string> =>
  fc.oneof(hostileText(), fc.constantFrom(...NASTY_LABELS), fc.string({ unit: 'binary', maxLength: 300 }));

const date = (): fc.Arbitrary<string> =>
  fc.oneof(
    {
      weight: 5,
      arbitrary: fc
        .date({ noInvalidDate: true, min: new Date('1990-01-01'), max: new Date('2099-12-31') })
        .chain((at) => fc.constantFrom(4, 7, 10).map((length) => at.toISOString().slice(0, length))),
    },
    fc.constantFrom('', '2025-02-31', '2025-13', '0001-01-01', '99999', '2025-1', 'gestern'),
  );

const STATUSES = ['agreed', 'not_agreed', 'demanded', 'threatened', 'ordered', 'claimed', 'constructor', ''];

/** Entries with whatever can come from an article, from a lexicon and from nowhere; up to 20 of them. */
export const entries = (): fc.Arbitrary<TimelineEntry[]> =>
  fc.array(
    fc.record(
      {
        date: date(),
        label: label(),
        side: fc.oneof(fc.constantFrom(null, 'US', 'UA', 'NATO', 'QQ', 'us', '-'), hostileText(4)),
        status: fc.constantFrom(null, ...STATUSES),
        statusLabel: fc.oneof(fc.constantFrom('vereinbart', 'nicht vereinbart'), hostileText()),
      },
      { requiredKeys: ['date', 'label', 'side', 'status'] },
    ),
    { minLength: 1, maxLength: 20 },
  );
