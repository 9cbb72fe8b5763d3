import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { WINDOW_KEY_LENGTH } from '../../src/answer/window-key.ts';
import { type Press, readCustomId, writeCustomId } from '../../src/discord/custom-id.ts';
import { LIMITS } from '../../src/discord/limits.ts';
import { hostileText } from './hostile.ts';

const LETTERS = [...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_'];
const key = fc.string({
  unit: fc.constantFrom(...LETTERS),
  minLength: WINDOW_KEY_LENGTH,
  maxLength: WINDOW_KEY_LENGTH,
});
const keyed = fc.record({
  action: fc.constantFrom('more' as const, 'context' as const, 'share' as const),
  keys: fc.array(key, { minLength: 1, maxLength: 20 }),
});
const removal = fc.record({
  action: fc.constant('delete' as const),
  asker: fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }).map(String),
});
/** A listing's key: see `page-key.ts`. */
const paging = fc.record({
  action: fc.constantFrom('page' as const, 'publish' as const),
  key: fc.string({ unit: fc.constantFrom(...'abcdef0123456789.-'), minLength: 1, maxLength: 85 }),
  from: fc.nat(99_999),
});

const picking = fc.record({ action: fc.constant('pick' as const), key: paging.map((page) => page.key) });

/** So many keys fit into every custom id, whatever its action. */
const ALWAYS_FIT = 10;

describe('a custom id', () => {
  it('is read back as what was written, up to as many keys as fit', () => {
    fc.assert(
      fc.property(fc.oneof(keyed, paging, picking, removal), (press: Press) => {
        const read = readCustomId(writeCustomId(press));
        if (!('keys' in press)) {
          expect(read).toEqual(press);
          return;
        }
        const keys = read !== null && 'keys' in read ? read.keys : [];
        expect(read?.action).toBe(press.action);
        expect(keys).toEqual(press.keys.slice(0, keys.length));
        expect(keys.length).toBeGreaterThanOrEqual(Math.min(press.keys.length, ALWAYS_FIT));
      }),
    );
  });

  it('never exceeds what Discord allows', () => {
    fc.assert(
      fc.property(fc.oneof(keyed, paging, picking, removal), (press: Press) => {
        const { length } = writeCustomId(press);
        expect(length).toBeGreaterThanOrEqual(1);
        expect(length).toBeLessThanOrEqual(LIMITS.customId);
      }),
    );
  });

  it('of anybody else is none: any text is read or not, and never throws', () => {
    fc.assert(
      fc.property(fc.oneof(hostileText(), fc.string(), keyed.map(writeCustomId)), (text) => {
        const read = readCustomId(text);
        // What is read is ours: written again it is the same.
        if (read !== null) expect(writeCustomId(read)).toBe(text);
      }),
    );
  });

  it.each([
    '',
    'more:',
    'more',
    'delete:',
    'delete:abc',
    'delete:1\n',
    'more:abc',
    'other:AbCdEf001',
    ' more:AbCdEf001',
    'more:AbCdEf001x',
    'more:AbCdEf001\n',
    'constructor:AbCdEf001',
  ])('%j is none of ours', (text) => {
    expect(readCustomId(text)).toBeNull();
  });
});
