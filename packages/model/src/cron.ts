/** One field: its numbers, the names some of them have, and what else it may say. */
type Field = { readonly from: number; readonly to: number; readonly names?: readonly string[]; readonly special?: RegExp };

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const DAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];

const FIELDS: readonly Field[] = [
  { from: 0, to: 59 },
  { from: 0, to: 59 },
  { from: 0, to: 23 },
  { from: 1, to: 31, special: /^(L|LW|([1-9]|[12]\d|3[01])W)$/ },
  { from: 1, to: 12, names: MONTHS },
  { from: 0, to: 7, names: DAYS, special: /^([0-7]|SUN|MON|TUE|WED|THU|FRI|SAT)(#[1-5L]|L)$/ },
];

/** Cron: five fields (minute, hour, day of month, month, day of week) or six (seconds in front), with names, lists, ranges and steps. */
export function isCron(text: string): boolean {
  const parts = text.trim().toUpperCase().split(/\s+/);
  if (parts.length !== 5 && parts.length !== 6) return false;
  const fields = FIELDS.slice(FIELDS.length - parts.length);
  return fields.every((field, index) => parts[index]!.split(',').every((item) => fits(item, field)));
}

function fits(item: string, field: Field): boolean {
  if (field.special?.test(item)) return true;
  const [, range = '', step] = /^([^/]+)(?:\/(\d{1,2}))?$/.exec(item) ?? [];
  if (step !== undefined && (Number(step) < 1 || Number(step) > field.to - field.from + 1)) return false;
  if (range === '*' || range === '?') return true;
  const [low, high, ...more] = range
    .replace(/-SUN$/, '-7')
    .split('-')
    .map((value) => numberOf(value, field));
  if (more.length > 0 || low === undefined || low === null || high === null) return false;
  return high === undefined ? step === undefined : low <= high;
}

/** Null: no number this field has. */
function numberOf(value: string, { from, to, names = [] }: Field): number | null {
  const named = names.indexOf(value);
  const number = named >= 0 ? named + from : /^\d{1,2}$/.test(value) ? Number(value) : Number.NaN;
  return number >= from && number <= to ? number : null;
}
