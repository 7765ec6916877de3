import { createHash } from 'node:crypto';
import { HttpProblem } from './http-problem.ts';

/** One command said once: the key the caller chose, made their own and this route's, and a fingerprint of what was asked. */
export interface Idempotency {
  readonly key: string;
  readonly fingerprint: string;
}

const KEY = /^[\x21-\x7e]{1,255}$/;

export function readIdempotencyKey(header: string | undefined, asked: { route: string; who: string; url: string; body: Uint8Array }): Idempotency | undefined {
  if (header === undefined) return undefined;
  if (!KEY.test(header))
    throw new HttpProblem('request-invalid', 'Expected an Idempotency-Key of 1 to 255 visible ASCII characters, but it is something else.');

  // The caller's own key goes into the fingerprint too: a body that holds a password can't be guessed from what is kept.
  const hash = (...parts: (string | Uint8Array)[]) => parts.reduce((sha, part) => sha.update(part).update('\0'), createHash('sha256')).digest('hex');
  return { key: hash(asked.who, asked.route, header), fingerprint: hash(header, asked.url, asked.body) };
}
