import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sliceOf } from '../../src/span.ts';
import { findQuotations } from '../../src/statements/reading/quotations.ts';

/** The speech in a text; shorter quotations are left out. */
const speechIn = (text: string): readonly string[] =>
  findQuotations(text)
    .filter(({ speech }) => speech)
    .map((span) => sliceOf(text, span));

describe('speech', () => {
  it.each([
    ['Er sagte: „Wir sind alle bereit.“', '„Wir sind alle bereit.“'],
    ['Er sagte: »Wir sind alle bereit.«', '»Wir sind alle bereit.«'],
    ['Er sagte: «Wir sind alle bereit.»', '«Wir sind alle bereit.»'],
    ['Er sagte: ‚Wir sind alle bereit.‘', '‚Wir sind alle bereit.‘'],
    ['He said: “We are all ready.”', '“We are all ready.”'],
    ['He said: ‘We’re all ready now.’', '‘We’re all ready now.’'],
    ["He said: 'We're all ready now.'", "'We're all ready now.'"],
    ['He said: "We are all ready."', '"We are all ready."'],
    ['„Wir sind noch nicht am Ende', '„Wir sind noch nicht am Ende'],
  ])('is found in every style: %s', (text, speech) => {
    expect(speechIn(text)).toEqual([speech]);
  });

  it.each(['Der „Spiegel“ berichtet.', "The teachers' union and the pilots' union met.", 'Es sind 5" und 6 Zoll.'])(
    'is no title, no apostrophe and no inch: %s',
    (text) => {
      expect(speechIn(text)).toEqual([]);
    },
  );

  it('is a slice of its text, in order and without overlap, in every text', () => {
    const marks = fc.constantFrom('„', '“', '”', '"', '»', '«', '‚', '‘', '’', "'", ' ', 'wort ', 'Haus.');
    fc.assert(
      fc.property(fc.array(marks, { maxLength: 60 }), (parts) => {
        const text = parts.join('');
        let end = 0;
        for (const quotation of findQuotations(text)) {
          expect(quotation.start).toBeGreaterThanOrEqual(end);
          expect(quotation.end).toBeGreaterThan(quotation.start);
          end = quotation.end;
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});
