import { randomBytes } from 'node:crypto';
import { DEFAULT_TENANT, type Store } from '@baton/store';
import { hashToken } from '../http/auth/hash-token.ts';

const VALID_MS = 7 * 24 * 60 * 60_000;

/** While there is no administrator: a new one-time link at each start. The token is in the fragment, which browsers never send. */
export async function makeSetupLink({ people }: Pick<Store, 'people'>, publicUrl: string): Promise<string | null> {
  if (await people.hasAdministrator(DEFAULT_TENANT)) return null;
  const token = randomBytes(32).toString('base64url');
  await people.putSetupToken({ tenantId: DEFAULT_TENANT, hash: hashToken(token), expiresAt: new Date(Date.now() + VALID_MS) });
  return `${publicUrl}/setup#${token}`;
}
