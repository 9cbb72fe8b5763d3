import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withFragment } from '../../src/discord/render/text-fragment.ts';
import { hostileText } from './hostile.ts';

describe('a text fragment', () => {
  it('names a short quotation as a whole', () => {
    expect(withFragment('', 'Die Waffenruhe gilt sofort.')).toBe('#:~:text=Die%20Waffenruhe%20gilt%20sofort.');
  });

  it('names a long quotation by its first and last words', () => {
    const words = Array.from({ length: 30 }, (_, index) => `w${index}`);
    expect(withFragment('', words.join(' '))).toBe('#:~:text=w0%20w1%20w2%20w3%20w4,w25%20w26%20w27%20w28%20w29');
  });

  it('encodes what has a meaning in a fragment: commas, ampersands and hyphens', () => {
    expect(withFragment('', 'US-Delegation, A & B')).toBe('#:~:text=US%2DDelegation%2C%20A%20%26%20B');
  });

  it('stands behind the address, and behind a fragment that the address has already', () => {
    expect(withFragment('https://a.example/b', 'Ja.')).toBe('https://a.example/b#:~:text=Ja.');
    expect(withFragment('https://a.example/b#top', 'Ja.')).toBe('https://a.example/b#top:~:text=Ja.');
  });

  it('holds nothing that would end it early or break the address, whatever is quoted', () => {
    fc.assert(
      fc.property(
        hostileText().filter((text) => text.trim() !== ''),
        (text) => {
          const fragment = withFragment('', text.trim());
          expect(fragment).toMatch(/^#:~:text=[\w.!~*'()%]+(?:,[\w.!~*'()%]+)?$/);
          expect(() => decodeURIComponent(fragment)).not.toThrow();
          expect(URL.canParse(`https://a.example/b${fragment}`)).toBe(true);
        },
      ),
    );
  });
});
