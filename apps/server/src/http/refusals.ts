import type { ErrorCode } from '@baton/contract';
import type { RejectionCode } from '@baton/engine';
import type { GuardRefusal, RefusalCode, Refused } from '@baton/store';
import { HttpProblem } from './http-problem.ts';

type StoreCode = RejectionCode | RefusalCode | GuardRefusal['code'] | 'draft-changed' | 'already-exists' | 'in-use' | 'request-in-progress';

/** Every reason the engine or the store can have to say no, and what the API calls it. Total: a new reason is a compile error here. */
const CODES = {
  'instance-not-active': 'instance-not-active',
  'instance-already-started': 'instance-not-active',
  'instance-suspended': 'instance-not-active',
  'instance-not-found': 'not-found',
  'already-taken': 'request-in-progress',
  'key-in-use': 'already-exists',
  'subscription-not-found': 'not-found',
  'call-not-found': 'not-found',
  'start-not-found': 'process-not-startable',
  'step-not-found': 'not-found',
  'expression-failed': 'variables-invalid',
  'no-start-event': 'process-not-startable',
  'process-not-found': 'not-found',
  'process-not-startable': 'process-not-startable',
  'task-not-found': 'not-found',
  'task-already-completed': 'task-already-completed',
  'task-already-claimed': 'task-already-claimed',
  'outcome-not-allowed': 'outcome-not-allowed',
  'outcome-required': 'outcome-required',
  'comment-required': 'comment-required',
  'job-not-found': 'not-found',
  'timer-not-found': 'not-found',
  'incident-not-found': 'incident-already-resolved',
  'scope-not-found': 'not-found',
  'variable-invalid': 'variables-invalid',
  'lease-lost': 'lease-lost',
  'idempotency-key-reused': 'idempotency-key-reused',
  'request-in-progress': 'request-in-progress',
  'not-allowed': 'not-allowed',
  'not-found': 'not-found',
  'draft-changed': 'draft-changed',
  'already-exists': 'already-exists',
  'in-use': 'in-use',
  overloaded: 'overloaded',
  'shutting-down': 'shutting-down',
  'outcome-unknown': 'database-unavailable',
  'database-unavailable': 'database-unavailable',
} as const satisfies { readonly [C in StoreCode]: ErrorCode };

const RETRY_SOON = { 'Retry-After': '1' };

export function problemOf({ code, detail, expected, path, current }: Refused<StoreCode>): HttpProblem {
  const problems = path === undefined ? {} : { problems: [{ code, severity: 'error' as const, path, message: detail }] };
  const extras = {
    ...problems,
    ...(expected === undefined ? {} : { expected: copyOf(expected) }),
    ...(current === undefined ? {} : { current: copyOf(current) }),
  };
  const api: ErrorCode = CODES[code];
  return new HttpProblem(api, detail, extras, api === 'overloaded' || api === 'shutting-down' || api === 'database-unavailable' ? RETRY_SOON : {});
}

/** Throws a refusal as its problem; passes everything else. */
export function granted<T extends { readonly ok: boolean }>(result: T | Refused<StoreCode>): Extract<T, { ok: true }> {
  if (!result.ok) throw problemOf(result as Refused<StoreCode>);
  return result as Extract<T, { ok: true }>;
}

const copyOf = (value: unknown) => JSON.parse(JSON.stringify(value));
