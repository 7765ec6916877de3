import type { Rejection, RejectionCode } from '../command.ts';
import type { Execution } from '../execution.ts';
import type { Values } from '../json.ts';
import { problemOfWriting } from '../mechanics/write-variables.ts';

/** What a command does; a rejection drops all that was emitted. */
export type Handler<C> = (x: Execution, command: C) => Rejection | null;

export const reject = (code: RejectionCode, detail: string, more: Pick<Rejection, 'expected' | 'path'> = {}): Rejection => ({ code, detail, ...more });

/** Values from outside: names, types and sizes must be right. */
export function rejectValues(x: Execution, values: Values): Rejection | null {
  const problem = problemOfWriting(x.process, x.draft, values);
  return problem && reject('variable-invalid', problem.message, problem.path === undefined ? {} : { path: problem.path });
}
