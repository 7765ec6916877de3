import { problemOf, unreachable } from './api-problem.ts';

/** A call of better-auth, which is served beside the API. Throws `ApiProblem`. */
async function callAuth(path: string, body: unknown): Promise<void> {
  const response = await fetch(`/api/auth/${path}`, {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify(body),
  }).catch(() => {
    throw unreachable();
  });
  if (!response.ok) throw await problemOf(response);
}

export const signIn = (input: { email: string; password: string; rememberMe: boolean }) => callAuth('sign-in/email', input);
export const signOut = () => callAuth('sign-out', {});
export const changePassword = (input: { currentPassword: string; newPassword: string }) => callAuth('change-password', { ...input, revokeOtherSessions: true });
