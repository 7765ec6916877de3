/** Conditions with their values, numbered as they are added: `where('status = ?', status)`. */
export function sqlFilter() {
  const conditions: string[] = [];
  const values: unknown[] = [];
  const value = (given: unknown) => `$${values.push(given)}`;
  return {
    values,
    value,
    where(condition: string, ...given: unknown[]) {
      let index = 0;
      conditions.push(condition.replace(/\?/g, () => value(given[index++])));
    },
    get text() {
      return conditions.length ? `WHERE ${conditions.join(' AND ')}` : '';
    },
  };
}

/** Text that a user typed, for LIKE: its own % and _ mean themselves. */
export const likeText = (search: string) => search.replace(/[\\%_]/g, (found) => `\\${found}`);
