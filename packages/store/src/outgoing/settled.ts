import type { ExecuteResult } from '../runtime/runtime.ts';

/** What became of a command: committed, to be tried again later, or refused for good. */
export type Settled = 'done' | 'later' | 'refused';

const LATER: ReadonlySet<string> = new Set(['instance-suspended', 'overloaded', 'shutting-down', 'database-unavailable', 'outcome-unknown', 'key-in-use']);

export function settled(result: ExecuteResult): Settled {
  // Taken by somebody else: then it is done, too.
  if (result.ok || result.code === 'already-taken') return 'done';
  return LATER.has(result.code) ? 'later' : 'refused';
}
