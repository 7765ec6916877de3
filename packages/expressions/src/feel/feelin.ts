import { evaluate, FeelFunction } from 'feelin';
import type { ExpressionErrorCode } from '../error.ts';
import { isDate, isDateTime, isDuration, isTime } from '../temporal.ts';
import { type Environment, Stopped } from './environment.ts';
import { weightOf } from './weight.ts';

/** feelin parses on each call (about 0.1 ms for a few words), so it costs as much as this many of our own steps. */
const COST = 600;
const COST_OF_A_CHARACTER = 20;
/** It compares lists and contexts slowly, and calculates on the calendar more so. */
const COST_OF_A_VALUE = 4;
const COST_OF_A_MOMENT = 400;

const costOf = (source: string, context: Record<string, unknown>) =>
  COST + COST_OF_A_CHARACTER * source.length + COST_OF_A_VALUE * weightOf(context) + COST_OF_A_MOMENT * Object.values(context).filter(isTemporal).length;

const isTemporal = (value: unknown) => isDate(value) || isTime(value) || isDateTime(value) || isDuration(value);

const CODE_OF_WARNING: { readonly [type: string]: ExpressionErrorCode } = {
  NO_VARIABLE_FOUND: 'name-unknown',
  NO_CONTEXT_ENTRY_FOUND: 'name-unknown',
  NO_PROPERTY_FOUND: 'name-unknown',
  NOT_COMPARABLE: 'type-mismatch',
  INVALID_TYPE: 'type-mismatch',
  INVALID_ARGUMENTS: 'function-failed',
  NO_FUNCTION_FOUND: 'name-unknown',
  FUNCTION_INVOCATION_FAILURE: 'function-failed',
  UNSUPPORTED: 'unsupported',
};
const codeOf = (warning: string): ExpressionErrorCode => CODE_OF_WARNING[warning] ?? 'function-failed';

/** Hands a small piece of FEEL to feelin. A warning of it is a failure: nothing is silently null. */
export function askFeelin(environment: Environment, source: string, context: Record<string, unknown>): unknown {
  if (!environment.spend(costOf(source, context))) return null;
  try {
    const { value, warnings } = evaluate(source, context);
    const [first] = warnings;
    return first ? environment.fail(codeOf(first.type), `${shorten(first.message)}.`) : value;
  } catch (error) {
    return failedBy(environment, error);
  }
}

/** What a built-in gives instead of a value when its arguments are unusable. feelin doesn't export the class. */
type InvocationFailure = { readonly warning: string; readonly template: string; readonly values: { readonly [name: string]: unknown } };
const isFailure = (value: unknown): value is InvocationFailure =>
  typeof value === 'object' && value !== null && 'warning' in value && 'template' in value && 'values' in value;

function messageOf(failure: InvocationFailure): string {
  return Object.entries(failure.values).reduce((text, [name, value]) => text.replace(`{${name}}`, () => describe(value)), failure.template);
}

/** A value in a sentence. */
export function describe(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'string') return `"${value.length > 60 ? `${value.slice(0, 60)}...` : value}"`;
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (value instanceof FeelFunction || typeof value === 'function') return 'a function';
  return Object.getPrototypeOf(value) === Object.prototype ? 'a context' : String(value);
}

/** Calls a FEEL function with positional or named arguments. */
export function invoke(environment: Environment, target: FeelFunction, parameters: unknown): unknown {
  try {
    const result: unknown = target.invoke(parameters);
    return isFailure(result) ? environment.fail(codeOf(result.warning), `${messageOf(result)}.`) : result;
  } catch (error) {
    return failedBy(environment, error);
  }
}

/** What is thrown once all is used up says nothing new; a stack that is full is a limit, too. */
function failedBy(environment: Environment, error: unknown): null {
  if (error instanceof Stopped && environment.fault) return null;
  if (error instanceof RangeError) return environment.exceeds('Expected smaller values, but these are too large or too deep.');
  return environment.fail('function-failed', error instanceof Error ? `${shorten(error.message)}.` : 'The function failed.');
}

/** feelin puts whole values into its sentences. */
const shorten = (message: string) => (message.length > 300 ? `${message.slice(0, 300)}...` : message);
