import { expect, it } from 'vitest';

import { detectLanguage } from '../../src/language/detect.ts';

it.each([
  ['Die Verhandlungen darüber sollten sofort aufgenommen werden.', 'de'],
  ['The negotiations on this were to be taken up at once.', 'en'],
  ['Trump sagte auf Truth Social: "The call was very good." Das Weiße Haus und der Kreml sind sich nicht einig.', 'de'],
  ['The chancellor said "Die Lage ist ernst" and that he would not go to the talks.', 'en'],
  ['DIE LAGE IST ERNST', 'de'],
  ['', 'de'],
  ['Putin Trump Selenskyj', 'de'],
])('%j is %s', (text, language) => {
  expect(detectLanguage(text)).toBe(language);
});
