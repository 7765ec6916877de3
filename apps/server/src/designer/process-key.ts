import { idSchema } from '@baton/model';
import { HttpProblem } from '../http/http-problem.ts';

const MAX_SLUG = 60;

/** "Leave request (2026)" -> `leave-request-2026`. */
export function slugOf(name: string): string {
  const ascii = name.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
  const slug = ascii
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^[-0-9]+|-+$/g, '')
    .slice(0, MAX_SLUG)
    .replace(/-+$/, '');
  return slug || 'process';
}

/** The slug, then the slug with 2, 3, ... behind it. */
export function* keysFor(name: string): Generator<string> {
  const slug = slugOf(name);
  yield slug;
  for (let number = 2; ; number++) yield `${slug}-${number}`;
}

export function checkedKey(key: string): string {
  const parsed = idSchema.safeParse(key);
  if (!parsed.success)
    throw new HttpProblem('request-invalid', parsed.error.issues[0]?.message ?? 'Expected an id.', {
      expected: [{ path: 'body.key', message: 'letters, digits, _ . -' }],
    });
  return parsed.data;
}
