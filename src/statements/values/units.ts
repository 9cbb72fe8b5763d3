import { fold } from '../../language/fold.ts';

/** What is counted or measured, under one English word in both languages, so that two articles can be compared. */
const UNITS: Readonly<Record<string, string>> = {
  second: 'Sekunde Sekunden second seconds',
  minute: 'Minute Minuten minute minutes',
  hour: 'Stunde Stunden hour hours',
  day: 'Tag Tage Tagen day days',
  week: 'Woche Wochen week weeks',
  month: 'Monat Monate Monaten Monats month months',
  year: 'Jahr Jahre Jahren Jahres year years',
  percent: 'Prozent percent cent',
  kilometre: 'Kilometer Kilometern km kilometre kilometres kilometer kilometers',
  dollar: 'Dollar dollar dollars',
  euro: 'Euro euro euros',
  prisoner:
    'Gefangene Gefangenen Gefangener Kriegsgefangene Kriegsgefangenen Kriegsgefangener Häftlinge Häftlingen prisoner prisoners pow pows captives detainees',
  hostage: 'Geisel Geiseln hostage hostages',
  soldier: 'Soldat Soldaten soldier soldiers troops',
  body: 'Leiche Leichen Leichname Leichnamen Tote Toten Gefallene Gefallenen Gefallener body bodies remains',
  child: 'Kind Kinder Kindern child children minors',
  civilian: 'Zivilist Zivilisten Zivilpersonen civilian civilians',
  wounded: 'Verwundete Verwundeten Schwerverletzte Schwerverletzten wounded',
  person: 'Mensch Menschen Person Personen Leute person people persons',
  observer: 'Beobachter Beobachtern observer observers monitors',
  country: 'Land Länder Ländern Staat Staaten country countries nations',
  point: 'Punkt Punkte Punkten point points',
  violation: 'Verstoß Verstöße Verstößen violation violations breaches',
  time: 'Mal Male mal times',
};

/** Units of time, share, length and money: beside them `ein` and `a` are numbers. */
const MEASURES: ReadonlySet<string> = new Set(
  'second minute hour day week month year percent kilometre dollar euro'.split(' '),
);

const BY_WORD: ReadonlyMap<string, string> = new Map(
  Object.entries(UNITS).flatMap(([unit, words]) =>
    words.split(' ').map((word): [string, string] => [fold(word), unit]),
  ),
);

/** The unit that a folded word names, or null. */
export const unitOf = (folded: string): string | null => BY_WORD.get(folded) ?? null;

export const isMeasure = (unit: string | null): boolean => unit !== null && MEASURES.has(unit);

/** German adjectives of duration: `dreitägig`, `24-stündig`; folded. */
const DURATION = /^(?<count>\p{L}*?)(?<unit>sekundig|minutig|stundig|tagig|wochig|monatig|jahrig)(?:e|er|es|en|em)?$/u;
const DURATIONS: Readonly<Record<string, string>> = {
  sekundig: 'second',
  minutig: 'minute',
  stundig: 'hour',
  tagig: 'day',
  wochig: 'week',
  monatig: 'month',
  jahrig: 'year',
};

/** The number in words and the unit of a folded adjective of duration; `count` is empty in `24-stündig`. */
export function readDuration(folded: string): { readonly count: string; readonly unit: string } | null {
  const groups = DURATION.exec(folded)?.groups;
  const unit = DURATIONS[groups?.['unit'] ?? ''];
  return unit === undefined ? null : { count: groups?.['count'] ?? '', unit };
}
