import { CursorInvalid, StartInvalid } from '@baton/store';
import { HttpProblem } from './http-problem.ts';

/** SQLSTATE classes, Prisma's and Node's codes that mean: the database can't be reached, or has no place for us right now. */
const UNAVAILABLE = /^(08\w{3}|53\w{3}|57P0\w|P1001|P1002|P1008|P1017|P2024|P2037|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN)$/;
const POOL_TIMEOUT = 'timeout exceeded when trying to connect';

/** Errors of other rooms that the API has a word for. */
export function classifyError(error: unknown): HttpProblem | null {
  if (error instanceof CursorInvalid) return new HttpProblem('cursor-invalid', 'Expected a cursor that this list gave out, but it is another.');
  if (error instanceof StartInvalid) {
    const { message, elementId } = error;
    return new HttpProblem('graph-invalid', message, { problems: [{ code: error.code, severity: 'error', elementId, message }] });
  }
  if (codesOf(error).some((code) => UNAVAILABLE.test(code)) || (error instanceof Error && error.message === POOL_TIMEOUT)) {
    return new HttpProblem(
      'database-unavailable',
      'Expected the database to answer, but it does not. What was asked may be repeated with the same Idempotency-Key.',
      {},
      { 'Retry-After': '2' },
    );
  }
  return null;
}

/** The error's own code and those of what caused it. */
function codesOf(error: unknown, depth = 0): string[] {
  if (typeof error !== 'object' || error === null || depth > 4) return [];
  const own = 'code' in error && typeof error.code === 'string' ? [error.code] : [];
  const inMeta = 'originalCode' in error && typeof error.originalCode === 'string' ? [error.originalCode] : [];
  return [...own, ...inMeta, ...('cause' in error ? codesOf(error.cause, depth + 1) : [])];
}
