const DURATION = /^P(?=.)(\d+(\.\d+)?Y)?(\d+(\.\d+)?M)?(\d+(\.\d+)?W)?(\d+(\.\d+)?D)?(T(?=.)(\d+(\.\d+)?H)?(\d+(\.\d+)?M)?(\d+(\.\d+)?S)?)?$/;
const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const TIME = /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d+)?)?(Z|[+-]([01]\d|2[0-3]):?[0-5]\d)?(@[A-Za-z_]+(\/[A-Za-z0-9_+-]+)*|\[[A-Za-z0-9_/+-]+\])?$/;
const CYCLE = /^R(?!0+\/)\d{0,9}\/(?:([^P\s]\S*)\/)?(P[\dYMWDTHS.]+)(?:\/([^P\s]\S*))?$/;

const isLeapYear = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

function daysIn(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** `P3D`, `PT1H30M`, `P1Y2M3W4DT5H6M7.5S`. */
export const isIsoDuration = (text: string) => DURATION.test(text);

/** A day that exists: `2026-02-28`. */
export function isIsoDate(text: string): boolean {
  const match = DATE.exec(text);
  if (!match) return false;
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

/** `2026-02-28T12:00:00Z`, `2026-02-28T12:00+01:00`, `2026-02-28T12:00@Europe/Zurich`; without an offset or zone it is UTC. */
export function isIsoDateTime(text: string): boolean {
  const at = text.indexOf('T');
  return at > 0 && isIsoDate(text.slice(0, at)) && TIME.test(text.slice(at + 1));
}

/** A point in time: a date stands for its first moment. */
export const isIsoInstant = (text: string) => isIsoDate(text) || isIsoDateTime(text);

/** `R3/PT10M`, `R/P1D`, `R5/2026-01-01T00:00:00Z/P1W`, `R/P1D/2026-12-31T00:00:00Z`. */
export function isIsoCycle(text: string): boolean {
  const [, start, duration, end] = CYCLE.exec(text) ?? [];
  if (duration === undefined || !isIsoDuration(duration) || (start !== undefined && end !== undefined)) return false;
  return isIsoInstant(start ?? end ?? '2000-01-01');
}
