import type { ExpressionErrorCode } from '../error.ts';
import { LIMITS } from '../limits.ts';

/** Reads a variable; undefined: there is none of that name. */
export type Lookup = (name: string) => unknown;

/** Names bound inside the expression (loop variables, entries, parameters), the innermost first. */
export type Frame = { readonly names: { readonly [name: string]: unknown }; readonly outer: Frame | null };

export type Fault = { readonly code: ExpressionErrorCode; readonly message: string };

/** One evaluation: what it may read, what it has used up, and its first fault. After a fault everything is null. */
export class Environment {
  frame: Frame | null = null;
  fault: Fault | null = null;
  depth = 0;
  private steps: number = LIMITS.steps;

  constructor(
    readonly lookup: Lookup,
    /** Milliseconds since the epoch: what `now()` and `today()` say. */
    readonly now: number,
    /** IANA zone of `today()`. */
    readonly zone: string,
  ) {}

  fail(code: ExpressionErrorCode, message: string): null {
    this.fault ??= { code, message };
    return null;
  }

  /** Takes `steps` off what is left; false: stop. */
  spend(steps: number): boolean {
    this.steps -= steps;
    if (this.steps < 0) this.fail('limit-exceeded', `Expected at most ${LIMITS.steps} steps, but the expression needs more.`);
    return this.fault === null;
  }

  read(name: string): unknown {
    for (let frame = this.frame; frame !== null; frame = frame.outer) if (Object.hasOwn(frame.names, name)) return frame.names[name];
    return this.lookup(name);
  }

  within<T>(names: { readonly [name: string]: unknown }, run: () => T): T {
    const outer = this.frame;
    this.frame = { names, outer };
    const result = run();
    this.frame = outer;
    return result;
  }
}
