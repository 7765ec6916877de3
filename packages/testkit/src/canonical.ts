/** JSON with its keys as PostgreSQL's jsonb gives them back (by length, then bytes): what is stored comes back in this order. */
export function asStored<T>(value: T): T {
  return JSON.parse(JSON.stringify(value, (_key, entry: unknown) => (isRecord(entry) ? inStoredOrder(entry) : entry)));
}

/** Equal for equal data, whatever the order of keys. */
export const canonical = (value: unknown): string => JSON.stringify(asStored(value));

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
const byLengthThenText = (a: string, b: string) => a.length - b.length || (a < b ? -1 : 1);
const inStoredOrder = (record: Record<string, unknown>) =>
  Object.fromEntries(
    Object.keys(record)
      .sort(byLengthThenText)
      .map((key) => [key, record[key]]),
  );

export function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const entry of Object.values(value)) deepFreeze(entry);
  }
  return value;
}
