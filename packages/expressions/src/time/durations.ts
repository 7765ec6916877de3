import { DateTime, Duration } from 'luxon';

export type Timed<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly message: string };

const DURATION = /^P(?=.)(\d+(\.\d+)?Y)?(\d+(\.\d+)?M)?(\d+(\.\d+)?W)?(\d+(\.\d+)?D)?(T(?=.)(\d+(\.\d+)?H)?(\d+(\.\d+)?M)?(\d+(\.\d+)?S)?)?$/;
/** Latest instant that JavaScript and PostgreSQL both know well: 9999-12-31T23:59:59Z. */
export const LATEST = 253_402_300_799_000;
/** And the earliest: 0001-01-01T00:00:00Z. */
const EARLIEST = -62_135_596_800_000;

export const refuse = (message: string): { ok: false; message: string } => ({ ok: false, message });
export const accept = <T>(value: T): { ok: true; value: T } => ({ ok: true, value });

/** `nowMs` plus an ISO 8601 duration such as `PT10M` or `P1M`; days and months as the calendar of `zone` has them. */
export function addDuration(nowMs: number, iso: string, zone = 'UTC'): Timed<number> {
  if (!DURATION.test(iso)) return refuse(`Expected an ISO 8601 duration such as PT10M or P1D, but got "${iso.slice(0, 100)}".`);
  const sum = DateTime.fromMillis(nowMs, { zone }).plus(Duration.fromISO(iso));
  if (!sum.isValid || sum.toMillis() > LATEST) return refuse(`Expected a time before the year 10000, but "${iso.slice(0, 100)}" from now is later.`);
  return accept(Math.round(sum.toMillis()));
}

export const isDuration = (iso: string): boolean => DURATION.test(iso);

const DATE_TIME = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?(@[A-Za-z_]+(\/[A-Za-z0-9_+-]+)*|\[[A-Za-z0-9_/+-]+\])?)?$/;

/**
 * ISO 8601 date (its first moment in `zone`) or date and time (in `zone` if it names none) as ms since the epoch. A time that a change of
 * clocks skips is as much later; of one that comes twice it is the first.
 */
export function parseInstant(iso: string, zone = 'UTC'): Timed<number> {
  const wrong = () => refuse(`Expected an ISO 8601 date or date and time such as 2026-01-31T09:00:00Z, but got "${iso.slice(0, 100)}".`);
  if (!DATE_TIME.test(iso)) return wrong();
  const [text, named] = iso.split(/[@[]/);
  const parsed = DateTime.fromISO(text ?? '', { zone: named?.replace(']', '') ?? zone });
  if (!parsed.isValid) return wrong();
  const ms = earliestOf(parsed);
  return ms >= EARLIEST && ms <= LATEST ? accept(ms) : wrong();
}

/** Of a time that comes twice when clocks go back, luxon takes either, by what the clock says today. */
const earliestOf = (time: DateTime<true>) => Math.min(...time.getPossibleOffsets().map((possible) => possible.toMillis()));

/** ISO 8601 date without a time. */
export const isCalendarDate = (iso: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(iso) && DateTime.fromISO(iso, { zone: 'UTC' }).isValid;
