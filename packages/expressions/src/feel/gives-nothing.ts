type Judge = (values: readonly unknown[]) => boolean;

const hasNull: Judge = (values) => values.some((value) => value === null);
/** `all([true, null])` is unknown, as is `not(null)`; `all([1])` is a mistake. */
const holdsNull: Judge = (values) =>
  values.flat().some((value) => value === null) && values.flat().every((value) => value === null || typeof value === 'boolean');
const isEmpty: Judge = (values) => values.flat().length === 0;

/** Built-ins for which nothing (null) is an answer, and to which values. */
const ANSWERS: { readonly [name: string]: Judge } = {
  'get value': ([context]) => typeof context === 'object' && context !== null,
  not: holdsNull,
  all: holdsNull,
  any: holdsNull,
  string: hasNull,
  min: isEmpty,
  max: isEmpty,
  sum: isEmpty,
  mean: isEmpty,
  median: isEmpty,
  product: isEmpty,
  stddev: (values) => values.flat().length < 2,
  'string join': isEmpty,
};

/** Is null what that built-in means to say of these arguments, rather than that it can't use them? */
export function givesNothing(name: string, parameters: unknown): boolean {
  const values: readonly unknown[] = Array.isArray(parameters) ? parameters : Object.values(parameters ?? {});
  return ANSWERS[name]?.(values) ?? false;
}
