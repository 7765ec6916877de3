/** What an expression may cost. All are checked before or while it runs, so that none can stop the others. See ADR 14. */
export const LIMITS = {
  /** Characters of source. */
  sourceLength: 10_000,
  /** Words, signs and texts of source. */
  tokens: 4_000,
  /** Brackets inside each other in source. */
  brackets: 200,
  /** Entries of all contexts written out in source, those of each context squared: reading one costs that much. */
  squaredEntries: 60_000,
  /** Levels of the syntax tree. */
  depth: 1_000,
  /** Numbers a range may be walked through. */
  rangeSize: 10_000,
  /** Items of a list that a function or a loop gives. */
  listSize: 100_000,
  /** Characters of a text that an operator or function gives. */
  textLength: 1_048_576,
  /** Steps of loops, filters, operators and calls in one evaluation, each counted by the work behind it: about half a microsecond. */
  steps: 200_000,
  /** Calls inside calls. */
  callDepth: 50,
  /** Levels of the syntax trees of functions that call each other, together. */
  nesting: 1_000,
  /** Levels of lists and contexts in a result. */
  resultDepth: 100,
  /** Characters of a result, items and entries counting as sixteen. */
  resultSize: 4 * 1_048_576,
  /** Characters of the values that an error names. */
  readSize: 100_000,
  /** Characters of a pattern of `matches`, `replace` or `split`. */
  patternLength: 1_000,
  /** Instructions of such a pattern. */
  patternSize: 5_000,
} as const;
