import { describe, expect, it } from 'vitest';
import { findAskedSide, type NamedSide } from '../../src/language/asked-side.ts';

const side = (surface: string, code: string): NamedSide => ({ surface, side: code });

describe('the side of the one who is asked for', () => {
  it.each([
    [
      'Wer leitete die ukrainische Delegation in Saudi-Arabien?',
      [side('ukrainische', 'UA'), side('Saudi-Arabien', 'SA')],
      'UA',
    ],
    ['Wer vertrat London?', [side('London', 'UK')], 'UK'],
    ['Wer sprach für Kiew in Moskau?', [side('Kiew', 'UA'), side('Moskau', 'RU')], 'UA'],
    ['wer war in genf der chef der russen am tisch', [side('russen', 'RU')], 'RU'],
    ['Wer war auf russischer Seite dabei?', [side('russischer', 'RU')], 'RU'],
    ['wen hat frankreich nach paris geschickt', [side('frankreich', 'FR')], 'FR'],
    ['Von wem wurde Italien in London vertreten?', [side('Italien', 'IT'), side('London', 'UK')], 'IT'],
    ["Who is Russia's foreign minister?", [side('Russia', 'RU')], 'RU'],
    ['Who headed the US-Delegation?', [side('US', 'US')], 'US'],
    ['Which Ukrainian official hosted the talks?', [side('Ukrainian official', 'UA')], 'UA'],
    ['Who was the national security adviser of the UK?', [side('UK', 'UK')], 'UK'],
  ] as const)('is read from %j', (text, named, expected) => {
    expect(findAskedSide(text, 'person', named)).toBe(expected);
  });

  it.each([
    ['Wer empfing die russische Delegation?', [side('russische', 'RU')]],
    ['Wer traf den ukrainischen Präsidenten?', [side('ukrainischen', 'UA')]],
    ['Wer leitete die Gespräche in Moskau?', [side('Moskau', 'RU')]],
    ['Who met the American team?', [side('American', 'US')]],
    [
      'Who led the talks between the Russian delegation and the Ukrainian delegation?',
      [side('Russian', 'RU'), side('Ukrainian', 'UA')],
    ],
    ['Wer vertrat wen?', []],
  ] as const)('is open in %j', (text, named) => {
    expect(findAskedSide(text, 'person', named)).toBeNull();
  });

  it('is asked for by a name, too, but not where anything else is asked', () => {
    const named = [side('British', 'UK')];
    expect(findAskedSide('name of the British security adviser', 'any', named)).toBe('UK');
    expect(findAskedSide('What did the British security adviser say?', 'speech', named)).toBeNull();
    expect(findAskedSide('Where was the British security adviser?', 'place', named)).toBeNull();
  });
});
