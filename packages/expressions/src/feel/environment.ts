import type { ExpressionErrorCode } from '../error.ts';
import { LIMITS } from '../limits.ts';
import { type Budget, isExhausted } from './budget.ts';

/** Reads a variable; undefined: there is none of that name. */
export type Lookup = (name: string) => unknown;

/** Names bound inside the expression (loop variables, entries, parameters), the innermost first. */
export type Frame = { readonly names: { readonly [name: string]: unknown }; readonly outer: Frame | null };

export type Fault = { readonly code: ExpressionErrorCode; readonly message: string };

/** Thrown through built-ins that would go on calling a function after the evaluation has failed. Never leaves `invoke`. */
export class Stopped extends Error {}

/** Frames that cost as much to look through as one step. */
const FRAMES_PER_STEP = 8;

/** One evaluation: what it may read, what it has used up, and its first fault. After a fault everything is null. */
export class Environment {
  frame: Frame | null = null;
  fault: Fault | null = null;
  /** Calls that are going on. */
  calls = 0;
  /** Levels of the bodies of functions that are going on. */
  levels = 0;
  /** Patterns this evaluation has paid for. */
  readonly patterns = new Set<string>();

  private readonly made = new Map<string, unknown>();

  constructor(
    readonly lookup: Lookup,
    /** Milliseconds since the epoch: what `now()` and `today()` say. */
    readonly now: number,
    /** IANA zone of `today()`. */
    readonly zone: string,
    private readonly budget: Budget,
  ) {}

  fail(code: ExpressionErrorCode, message: string): null {
    this.fault ??= { code, message };
    return null;
  }

  exceeds(message: string): null {
    return this.fail('limit-exceeded', message);
  }

  /** Takes `steps` off what is left; false: stop. */
  spend(steps: number): boolean {
    this.budget.spent += steps;
    if (isExhausted(this.budget)) this.exceeds(`Expected at most ${LIMITS.steps} steps, but the expression needs more.`);
    return this.fault === null;
  }

  /** What stays the same during the evaluation is made, and paid for, once. */
  once(name: string, cost: number, make: () => unknown): unknown {
    if (!this.made.has(name) && this.spend(cost)) this.made.set(name, make());
    return this.made.get(name) ?? null;
  }

  read(name: string): unknown {
    let hops = 0;
    for (let frame = this.frame; frame !== null; frame = frame.outer, hops++) {
      if (!Object.hasOwn(frame.names, name)) continue;
      if (hops >= FRAMES_PER_STEP) this.spend(hops / FRAMES_PER_STEP);
      return frame.names[name];
    }
    if (hops >= FRAMES_PER_STEP) this.spend(hops / FRAMES_PER_STEP);
    return this.lookup(name);
  }

  within<T>(names: { readonly [name: string]: unknown }, run: () => T): T {
    const outer = this.frame;
    this.frame = { names, outer };
    const result = run();
    this.frame = outer;
    return result;
  }

  /** The body of a function: its levels come on top of those it is called from. A limit of our own, because the machine's stack is no fixed one. */
  nested<T>(levels: number, run: () => T): T | null {
    if (this.levels + levels > LIMITS.nesting) return this.exceeds(`Expected at most ${LIMITS.nesting} levels of functions in functions, but there are more.`);
    this.levels += levels;
    const result = run();
    this.levels -= levels;
    return result;
  }
}
