import type { Json, Values } from './json.ts';

export type ExpressionErrorCode =
  /** Not FEEL. */
  | 'syntax'
  /** It reads a variable or a property that isn't there. */
  | 'name-unknown'
  /** An operator or function got what it can't work with. */
  | 'type-mismatch'
  | 'function-failed'
  /** The result isn't what is asked for here, e.g. a condition that is neither true nor false. */
  | 'result-type'
  | 'limit-exceeded'
  | 'unsupported';

/** Why an expression has no value: "Expected ..., but ...". */
export type ExpressionError = {
  readonly code: ExpressionErrorCode;
  readonly message: string;
  readonly expression: string;
  /** The variables it names, as they were; those that weren't there, and those too large to be shown, are absent. */
  readonly read: Values;
};

export type Evaluated<T = Json> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: ExpressionError };
