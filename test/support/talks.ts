const article = (title: string, fields: string, body: string): string =>
  `---\ntitle: '${title}'\n${fields}\n---\n${body}\n`;

/** Two events of which one is told in German and English, one in English alone that names no event, one undated. */
export const TALKS = {
  'anruf.md': article(
    'Das Telefonat',
    'date: 2025-03-18\nlanguage: de\noutlet: Bote\nevent: call',
    `Russland und die USA haben eine Pause der Angriffe auf Energieanlagen von 30 Tagen vereinbart, teilte der Kreml mit.

## Was Moskau verlangt

Putin forderte ein Ende der Militärhilfe für die Ukraine. Auf einen Abzug aus dem Donbass haben sich die Seiten nicht geeinigt, sagte Uschakow.

## Was Washington sagt

Das Weiße Haus erklärte, die Angriffe auf Energieanlagen und Häfen würden für 60 Tage ausgesetzt.`,
  ),
  'call.md': article(
    'The call',
    'date: 2025-03-18\nlanguage: en\noutlet: Courier\nevent: call',
    `Russia and the US agreed on a pause of strikes on energy sites for 30 days, the Kremlin said.

## What Moscow wants

Putin demanded an end to military aid for Ukraine. The sides did not agree on a withdrawal from Donbas, Ushakov said.

## What Washington says

The White House said strikes on energy sites and ports would be suspended for 60 days.`,
  ),
  'genf.md': article(
    'Runde in Genf',
    'date: 2025-11\nlanguage: de\noutlet: Bote\nevent: geneva',
    `US-Außenminister Marco Rubio leitete die amerikanische Delegation. Andrij Jermak führte die ukrainische Delegation an.

Kiew lehnte einen Abzug aus dem Donbass ab. Selenskyj forderte Sicherheitsgarantien.`,
  ),
  'swap.md': article(
    'The swap',
    'date: 2025-05-23\nlanguage: en\noutlet: Courier',
    'Russia and Ukraine swapped 390 prisoners each, both governments said. Kyiv demanded the release of all children.',
  ),
  'alt.txt': 'Die Ukraine und Russland haben einen Austausch von Gefangenen vereinbart, teilte Kiew mit.',
} as const;
