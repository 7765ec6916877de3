import type { ElementType } from './elements/registry.ts';
import type { ProblemCode } from './problem-codes.ts';

/** One thing that is wrong, or dubious, in a graph. Errors stop publishing, warnings don't. */
export interface Problem {
  readonly code: ProblemCode;
  readonly severity: 'error' | 'warning';
  /** The element, flow or artifact concerned; absent: the process as a whole. */
  readonly elementId?: string;
  /** Where in its properties, e.g. `form.fields.0.key`. */
  readonly path?: string;
  /** A sentence: what was expected, but what is there, and how to mend it. */
  readonly message: string;
  /** What the designer can do about it with one click. */
  readonly fix?: Fix;
}

/** A repair in the terms of the `editing` package's commands (`applyFix`), to be offered as a button. */
export type Fix =
  | { readonly type: 'remove'; readonly id: string; readonly label: string }
  /** `property` is a path such as `trigger.duration`; `null` takes the property away. */
  | { readonly type: 'set'; readonly id: string; readonly property: string; readonly value: string | number | boolean | null; readonly label: string }
  /** A new element of that type in `parent` (absent: in the process itself), put where there is room. */
  | { readonly type: 'add'; readonly elementType: ElementType; readonly parent?: string; readonly label: string }
  /** A new element of that type behind `after`, joined by a flow. */
  | { readonly type: 'append'; readonly after: string; readonly elementType: ElementType; readonly label: string };

/** The answer of a rule that hover, edit and publish ask alike. */
export type Verdict = { readonly ok: true } | { readonly ok: false; readonly code: ProblemCode; readonly message: string };

export const ALLOWED: Verdict = { ok: true };
export const refuse = (code: ProblemCode, message: string): Verdict => ({ ok: false, code, message });

export const error = (code: ProblemCode, message: string, where: Partial<Problem> = {}): Problem => ({ code, severity: 'error', message, ...where });
export const warning = (code: ProblemCode, message: string, where: Partial<Problem> = {}): Problem => ({ code, severity: 'warning', message, ...where });

export const hasErrors = (problems: readonly Problem[]) => problems.some((problem) => problem.severity === 'error');
