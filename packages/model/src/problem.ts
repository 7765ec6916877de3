/** One thing that is wrong, or dubious, in a graph. Errors stop publishing, warnings don't. */
export interface Problem {
  /** From a closed list: see validate.ts. */
  readonly code: string;
  readonly severity: 'error' | 'warning';
  /** The element or flow concerned; absent: the process as a whole. */
  readonly elementId?: string;
  /** Where in its properties, e.g. `form.fields.0.key`. */
  readonly path?: string;
  /** A sentence: what was expected, but what is there, and how to mend it. */
  readonly message: string;
  /** What the designer can do about it with one click. */
  readonly fix?: Fix;
}

/** A repair in the terms of the `editing` package's commands, to be offered as a button. */
export type Fix =
  | { readonly type: 'remove'; readonly id: string; readonly label: string }
  | { readonly type: 'set'; readonly id: string; readonly property: string; readonly value: unknown; readonly label: string };
