import { HttpProblem } from './http-problem.ts';

/** The one entity tag of an `If-Match`, without quotes; `*` is null: whatever is there. */
export function readIfMatch(header: string | undefined): string | null {
  if (header === undefined) throw new HttpProblem('precondition-required', 'Expected If-Match with the ETag you read, but it is missing.');
  const tag = header.trim();
  if (tag === '*') return null;
  const found = /^(?:W\/)?"([^"]*)"$/.exec(tag);
  if (!found) throw new HttpProblem('request-invalid', 'Expected one quoted ETag in If-Match, but it is something else.');
  return found[1] ?? '';
}

export const quoted = (etag: string) => `"${etag}"`;
