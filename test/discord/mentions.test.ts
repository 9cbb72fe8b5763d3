import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withoutMentions } from '../../src/discord/mentions.ts';
import { tokenize } from '../../src/language/tokens.ts';

const id = fc.bigInt({ min: 1n, max: 2n ** 64n - 1n }).map(String);
const name = fc.stringMatching(/^\w{2,32}$/);
const mention = fc.oneof(
  id.map((number) => `<@${number}>`),
  id.map((number) => `<@!${number}>`),
  id.map((number) => `<@&${number}>`),
  id.map((number) => `<#${number}>`),
  fc.tuple(name, id).map(([emoji, number]) => `<:${emoji}:${number}>`),
  fc.tuple(name, id).map(([emoji, number]) => `<a:${emoji}:${number}>`),
  fc.tuple(name, id).map(([command, number]) => `</${command} sub:${number}>`),
  fc.constantFrom('@everyone', '@here', '<id:browse>', '<t:1742256000>', '<t:1742256000:R>'),
);

const wordsIn = (text: string): string[] => tokenize(text).map(({ surface }) => surface);

describe('a text without its mentions', () => {
  it('keeps its words, and has none of the mentions’', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom('Wer', 'sagte', 'das?', '2025', 'e-mail'), mention)), (parts) => {
        const text = parts.map(([word, mentioned]) => `${word} ${mentioned}`).join(' ');
        expect(wordsIn(withoutMentions(text))).toEqual(parts.flatMap(([word]) => wordsIn(word)));
      }),
    );
  });

  it.each([
    'a@here.example',
    '@everyoneelse',
    'x < 3 > 2',
    '<@name>',
    '<peace>',
    '# heading',
    '<https://a.example/1>',
    '1 <:3',
  ])('is the same text where there is none: %s', (text) => {
    expect(withoutMentions(text)).toBe(text);
  });

  it('is not empty where there is nothing else', () => {
    fc.assert(
      fc.property(mention, (text) => {
        expect(withoutMentions(text).trim()).not.toBe('');
      }),
    );
  });
});
