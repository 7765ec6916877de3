/** What an expression may cost. All are checked before or while it runs, so that none can stop the others. */
export const LIMITS = {
  /** Characters of source. */
  sourceLength: 10_000,
  /** Levels of the syntax tree. */
  depth: 1_000,
  /** Numbers a range may be walked through. */
  rangeSize: 10_000,
  /** Items of a list that a function or a loop gives. */
  listSize: 100_000,
  /** Characters of a text that an operator or function gives. */
  textLength: 1_048_576,
  /** Steps of loops, filters and calls in one evaluation, nested ones multiplied. */
  steps: 200_000,
  /** Calls inside calls. */
  callDepth: 50,
  /** Levels of lists and contexts in a result. */
  resultDepth: 100,
  /** Characters, items and entries of a result together. */
  resultSize: 8 * 1_048_576,
  /** Characters of a pattern of `matches`, `replace` or `split`. */
  patternLength: 1_000,
} as const;
