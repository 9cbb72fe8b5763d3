import { describe, expect, it } from 'vitest';
import { FEATURES, type Features, worthOf } from '../../src/search/ranking.ts';
import { WEIGHTS } from '../../src/search/weights.ts';

const none: Partial<Features> = Object.fromEntries(FEATURES.map((feature) => [feature, 0]));
const nothing: Features = { ...WEIGHTS.ranking, ...none };
const worth = (features: Partial<Features>): number => worthOf({ ...nothing, ...features }, WEIGHTS.ranking);

describe('the ranking', () => {
  it.each(['words', 'names', 'dates', 'passage', 'holdsNumber', 'holdsDuration'] as const)(
    'puts first what has more of: %s',
    (feature) => {
      expect(worth({ [feature]: 1 })).toBeGreaterThan(worth({}));
    },
  );

  it.each(['missing', 'missingNames', 'missingDates', 'unbalanced', 'pointingBack', 'opening'] as const)(
    'puts last what has more of: %s',
    (feature) => {
      expect(worth({ [feature]: 1 })).toBeLessThan(worth({}));
    },
  );

  it('counts a word in the window more than one beside it', () => {
    expect(worth({ words: 0.3 })).toBeGreaterThan(worth({ beside: 0.3 }));
  });
});
