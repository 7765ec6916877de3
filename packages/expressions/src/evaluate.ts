import type { Evaluated, ExpressionError, ExpressionErrorCode } from './error.ts';
import type { Expression } from './expression.ts';
import { type Budget, newBudget } from './feel/budget.ts';
import { Environment, type Lookup } from './feel/environment.ts';
import { describe } from './feel/feelin.ts';
import type { Json } from './json.ts';
import { LIMITS } from './limits.ts';
import { plainText, type Room, toPlain } from './plain.ts';

/**
 * `lookup` reads a variable (undefined: none of that name); `now`: ms since the epoch; `zone`: IANA name, UTC if absent; `budget`: what is
 * used up, together with other evaluations that are given the same one; absent: one of its own.
 */
export type Surroundings = { readonly lookup: Lookup; readonly now: number; readonly zone?: string; readonly budget?: Budget };

/** The expression's value as plain JSON, or why there is none. Pure: no clock, no random, no I/O. */
export function evaluate(expression: Expression, surroundings: Surroundings): Evaluated {
  const raw = run(expression, surroundings);
  if (!raw.ok) return raw;
  const { value } = raw;
  if (typeof value === 'number' || typeof value === 'boolean') return plainScalar(value, expression, surroundings);
  const plain = typeof value === 'string' ? plainText(value) : toPlain(value);
  return plain.ok ? plain : failed(expression, surroundings, plain.code, plain.message);
}

function plainScalar(value: number | boolean, expression: Expression, surroundings: Surroundings): Evaluated {
  if (typeof value === 'number' && !Number.isFinite(value))
    return failed(expression, surroundings, 'result-type', 'Expected a number, but the result is none.');
  return { ok: true, value: value === 0 ? 0 : value };
}

/** As `evaluate`, for what must be true or false. Nothing is silently false: null or anything else is an error. */
export function evaluateCondition(expression: Expression, surroundings: Surroundings): Evaluated<boolean> {
  const raw = run(expression, surroundings);
  if (!raw.ok) return raw;
  if (typeof raw.value === 'boolean') return { ok: true, value: raw.value };
  const plain = toPlain(raw.value, 0, { left: 1_000 });
  const got = plain.ok ? JSON.stringify(plain.value).slice(0, 100) : describe(raw.value);
  return failed(expression, surroundings, 'result-type', `Expected true or false, but got ${got}.`);
}

function run(expression: Expression, surroundings: Surroundings): Evaluated<unknown> {
  const environment = new Environment(surroundings.lookup, surroundings.now, surroundings.zone ?? 'UTC', surroundings.budget ?? newBudget());
  try {
    const value = expression.run(environment);
    if (environment.fault === null) return { ok: true, value };
    return failed(expression, surroundings, environment.fault.code, environment.fault.message);
  } catch (error) {
    if (error instanceof RangeError) return failed(expression, surroundings, 'limit-exceeded', 'Expected a smaller expression, but it goes too deep.');
    throw error;
  }
}

function failed(expression: Expression, { lookup }: Surroundings, code: ExpressionErrorCode, message: string): { ok: false; error: ExpressionError } {
  const read: Record<string, Json> = {};
  const room: Room = { left: LIMITS.readSize };
  for (const name of expression.names) {
    const value = lookup(name);
    const { left } = room;
    const plain = value === undefined ? null : toPlain(value, 0, room);
    if (plain?.ok) read[name] = plain.value;
    else room.left = left;
  }
  return { ok: false, error: { code, message, expression: expression.source, read } };
}
