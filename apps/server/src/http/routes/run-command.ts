import type { Json } from '@baton/engine';
import type { Committed, ExecuteResult, Idempotency as StoreIdempotency } from '@baton/store';
import type { Principal } from '../auth/principal.ts';
import type { Idempotency } from '../idempotency-key.ts';
import { problemOf } from '../refusals.ts';

/** For the runtime: the key is stored with the command's own transaction, and so is what is answered. */
export function keptWith(principal: Principal, idempotency: Idempotency | undefined, answer: (done: Committed) => Json): { idempotency?: StoreIdempotency } {
  return idempotency ? { idempotency: { scope: principal.id, key: idempotency.key, requestHash: idempotency.fingerprint, answer } } : {};
}

/** The answer of a command, made now or kept from the first time. Refusals are thrown. */
export function answerOf<T>(result: ExecuteResult, parse: (kept: Json) => T, answer: (done: Committed) => T): T {
  if (!result.ok) throw problemOf(result);
  return result.replayed ? parse(result.answer) : answer(result);
}
