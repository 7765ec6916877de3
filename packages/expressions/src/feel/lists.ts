import type { Builtin, Builtins } from './builtin.ts';

/** `sum(1, 2)` is `sum([1, 2])`. */
const itemsOf = (values: readonly unknown[]): readonly unknown[] => (values.length === 1 && Array.isArray(values[0]) ? values[0] : values);
const isNumber = (item: unknown): item is number => typeof item === 'number';

/** Of nothing it is null. */
const ofNumbers = (combine: (numbers: readonly number[]) => number): Omit<Builtin, 'name'> => ({
  parameters: ['...list'],
  run: (_environment, values) => {
    const items = itemsOf(values);
    return items.length > 0 && items.every(isNumber) ? combine(items) : null;
  },
});

/** Decided by the first item that is `deciding`; else unknown (null) if an item is neither true nor false. */
const ofTruths = (deciding: boolean): Omit<Builtin, 'name'> => ({
  parameters: ['...list'],
  run: (_environment, values) => {
    const items = itemsOf(values);
    if (values.length === 0) return null;
    if (items.includes(deciding)) return deciding;
    return items.every((item) => typeof item === 'boolean') ? !deciding : null;
  },
});

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** In place of feelin's, which hand each item on as an argument: how many of those the machine takes depends on its stack. */
export const LISTS: Builtins = {
  sum: ofNumbers(sum),
  min: ofNumbers((numbers) => numbers.reduce((a, b) => Math.min(a, b))),
  max: ofNumbers((numbers) => numbers.reduce((a, b) => Math.max(a, b))),
  mean: ofNumbers((numbers) => sum(numbers) / numbers.length),
  product: ofNumbers((numbers) => numbers.reduce((product, number) => product * number, 1)),
  median: ofNumbers(median),
  all: ofTruths(false),
  any: ofTruths(true),
};
