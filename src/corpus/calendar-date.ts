const YEAR_MONTH_DAY = /^(?<year>\d{4})(?:-(?<month>\d{2})(?:-(?<day>\d{2}))?)?$/;

/** Whether a text is `2025`, `2025-03` or `2025-03-18`, and names a month and a day that the calendar has. */
export function isCalendarDate(text: string): boolean {
  const groups = YEAR_MONTH_DAY.exec(text)?.groups;
  if (groups === undefined) return false;
  const { year = '', month = '01', day = '01' } = groups;
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`);
  // The engine reads 30 February as 2 March: only a date that comes back as it was is real.
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(`${year}-${month}-${day}`);
}
