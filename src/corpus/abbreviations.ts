import type { Language } from '../language/language.ts';

/**
 * What a full stop after an abbreviation says about the sentence:
 * - `continues`: something always follows (titles, "z. B."); it never ends a sentence
 * - `open`: it may end a sentence, which only a clear start of the next one shows ("U.S.", "Mio.")
 * - `counts`: only before a number is it an abbreviation ("No. 5", "Aug. 6"), otherwise a word at its sentence's end
 * - `closes`: it mostly ends its clause ("usw."), so that a capital letter after it starts a sentence
 */
export type AbbreviationKind = 'continues' | 'open' | 'counts' | 'closes';

/** Written without white space and without the last full stop, separated by white space. */
type Lists = Readonly<Record<AbbreviationKind, string>>;

const SHARED: Lists = {
  continues: 'Dr Prof Mr Mrs Ms St Sen Gov Gen Rep Lt Col Maj Capt Sgt Adm Mt vs',
  open: 'Jr Sr Co Inc Corp Ltd Ph.D',
  counts: 'Art Jan Feb Apr Aug Sept Okt Oct Nov Dez Dec',
  closes: 'etc',
};

const OWN: Readonly<Record<Language, Lists>> = {
  de: {
    continues: `z.B d.h bzw ca sog vgl inkl exkl einschl evtl ggf bspw insb insbes u.U i.d.R z.T z.Zt s.o s.u o.g
      u.a.m m.E d.i zzgl abzgl bez betr geb gest verh Hr Fr Frl Dipl Ing Hrsg hrsg Tel zit allg ehem urspr dt engl frz
      russ ukr amerik griech lat jap kath milit polit Präs Abg Gesch h.c med jur rer phil resp max min mind`,
    open: `u.a u.ä o.ä u.Ä o.Ä v.Chr n.Chr Chr Mio Mrd Bio Tsd Jh Jhd Jhdt Std Str a.D e.V GmbH Reg Bez Kfz Lkw
      Jg i.V i.A`,
    counts: 'Nr Nrn Abs Ziff S Bd Kap Abb Anm Rn Aufl Mär Jun Jul Sep',
    closes: 'usw usf ff f u.s.w u.v.m',
  },
  en: {
    continues: `e.g i.e cf viz approx ca Pres Sec Hon Rev Cmdr Cpl Pvt Amb Supt Ft Messrs Mmes incl esp`,
    open: 'a.m p.m U.S U.N U.K E.U D.C Bros dept Dept Univ est Est al',
    counts: 'No Nos p pp Vol vol Fig fig Ch ch Mar Jun Jul Sep',
    closes: '',
  },
};

const TABLES: Readonly<Record<Language, ReadonlyMap<string, AbbreviationKind>>> = {
  de: tableOf(SHARED, OWN.de),
  en: tableOf(SHARED, OWN.en),
};

function tableOf(...lists: readonly Lists[]): ReadonlyMap<string, AbbreviationKind> {
  const table = new Map<string, AbbreviationKind>();
  const kinds: readonly AbbreviationKind[] = ['continues', 'open', 'counts', 'closes'];
  for (const list of lists) {
    for (const kind of kinds) {
      for (const word of list[kind].split(/\s+/)) if (word !== '') table.set(word, kind);
    }
  }
  return table;
}

/**
 * What kind of abbreviation a word is, or null. A word may also start its sentence ("Vgl.", "Z. B."), but what is
 * written with a capital letter is not looked for in small letters ("Art." is one, "art." is none).
 *
 * @param word without white space and without its last full stop
 */
export function abbreviationKind(word: string, language: Language): AbbreviationKind | null {
  const table = TABLES[language];
  return table.get(word) ?? table.get(word.charAt(0).toLowerCase() + word.slice(1)) ?? null;
}

/**
 * Words that, with a capital letter, begin a sentence: after an abbreviation, an initial or an ordinal only they tell
 * that a new one starts, as nouns and names have capital letters anyway.
 */
const STARTERS: Readonly<Record<Language, ReadonlySet<string>>> = {
  de: new Set(
    `Der Die Das Den Dem Des Ein Eine Einen Einem Einer Er Sie Es Wir Ich Ihr Man Dies Diese Dieser Dieses Diesen Jede
    Jeder Alle Beide Viele Einige Manche Kein Keine Im In Am An Auf Aus Bei Beim Mit Nach Nachdem Von Vom Vor Zu Zum Zur
    Zwischen Für Gegen Ohne Durch Seit Während Wegen Trotz Unter Über Bis Um Und Oder Aber Doch Denn Auch Noch Nun Nur
    Schon Erst So Dann Danach Dabei Dafür Dagegen Damit Daraufhin Darauf Darüber Darum Davon Davor Dazu Da Dort Hier
    Heute Gestern Morgen Jetzt Zudem Außerdem Allerdings Jedoch Dennoch Trotzdem Zuvor Zugleich Gleichzeitig Später
    Bisher Inzwischen Unterdessen Derweil Wenn Wann Wie Wer Was Wo Warum Weil Als Ob Obwohl Sobald Laut Sein Seine
    Seinen Ihre Ihren Nicht Zwar Ferner Weiter Weiterhin Hingegen Insgesamt Anschließend Schließlich Vielmehr`.split(
      /\s+/,
    ),
  ),
  en: new Set(
    `The A An It He She They We I You This That These Those There His Her Their Its Our My In On At By For From With
    After Before During Since Until When While Where Who What Why How If As But And Or So Yet Then Also However
    Meanwhile Earlier Later Now Today Yesterday Both Each Some Many Most All No Not Under Over Although Though Because
    Instead Still Only Even Here To Once Despite According Asked Neither Such Another Other Few`.split(/\s+/),
  ),
};

/** Whether a word is one that opens a sentence, as it is written. */
export function startsSentence(word: string, language: Language): boolean {
  return STARTERS[language].has(word);
}
