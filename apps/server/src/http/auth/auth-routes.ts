import type { Access } from '@baton/contract';
import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import { HttpProblem } from '../http-problem.ts';
import { contentOf, MIB, readBytes } from '../read-body.ts';
import { headersOf } from '../request-headers.ts';
import { refuseForeignOrigin } from '../same-origin.ts';
import { Attempts } from './attempts.ts';
import type { Authenticate } from './authenticate.ts';
import { ADDRESS_HEADER, addressHeader, MAX_PASSWORD, MIN_PASSWORD, type SignIn } from './sign-in.ts';

interface AuthRoutesDeps {
  readonly signIn: SignIn;
  readonly authenticate: Authenticate;
  readonly publicUrl: string;
  /** Sockets of somebody whose rights changed are looked at again. */
  readonly onAccessChanged: (userId: string) => void;
}

const QUARTER_HOUR = 15 * 60_000;
const password = z.string().max(MAX_PASSWORD);
const credentialsSchema = z.strictObject({ email: z.email().max(254), password, rememberMe: z.boolean().optional(), callbackURL: z.never().optional() });
const passwordChangeSchema = z.strictObject({
  currentPassword: password,
  newPassword: password.min(MIN_PASSWORD),
  revokeOtherSessions: z.boolean().optional(),
});

/** The few calls of better-auth we let in, under their own names, so that its client works; everything else is not there. */
export function authRoutes({ signIn, authenticate, publicUrl, onAccessChanged }: AuthRoutesDeps): Router {
  const router = Router({ caseSensitive: true, strict: true });
  const byAccount = new Attempts({ attempts: 10, windowMs: QUARTER_HOUR });
  const byAddress = new Attempts({ attempts: 300, windowMs: QUARTER_HOUR });
  const pass = async (request: Request, response: Response, body?: unknown) => {
    refuseForeignOrigin(request.method, request.headers, publicUrl);
    return forward(await signIn.handler(toFetchRequest(request, publicUrl, body)), response);
  };

  router.post('/sign-in/email', async (request, response) => {
    const { email, password: secret, rememberMe } = await bodyOf(request, response, credentialsSchema);
    const account = email.toLowerCase();
    byAddress.count(request.ip ?? '');
    byAccount.count(account);
    await pass(request, response, { email, password: secret, ...(rememberMe === undefined ? {} : { rememberMe }) });
    byAccount.forgive(account);
  });
  router.post('/sign-out', async (request, response) => {
    const authenticated = await authenticate(headersOf(request));
    await pass(request, response, {});
    if (authenticated?.principal.userId) onAccessChanged(authenticated.principal.userId);
  });
  router.post('/change-password', async (request, response) => {
    const change = await bodyOf(request, response, passwordChangeSchema);
    const authenticated = await authenticate(headersOf(request));
    if (!authenticated?.principal.userId) throw new HttpProblem('not-signed-in', 'Expected a session, but there is none.');
    byAccount.count(authenticated.principal.userId);
    await pass(request, response, change);
    byAccount.forgive(authenticated.principal.userId);
    onAccessChanged(authenticated.principal.userId);
  });
  router.get('/get-session', (request, response) => pass(request, response));
  return router;
}

/** What the access test walks: better-auth's own paths and who may call them. */
export const AUTH_ACCESS = {
  'POST /sign-in/email': 'public',
  'POST /sign-out': 'public',
  'POST /change-password': 'signed-in',
  'GET /get-session': 'public',
} as const satisfies { readonly [call: string]: Access };

async function bodyOf<S extends z.ZodType>(request: Request, response: Response, schema: S): Promise<z.output<S>> {
  const bytes = await readBytes(request, response, MIB / 16);
  const parsed = schema.safeParse(contentOf(request, bytes, ['application/json']));
  if (parsed.success) return parsed.data;
  const expected = parsed.error.issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message }));
  throw new HttpProblem(
    'request-invalid',
    `Expected ${Object.keys(schema instanceof z.ZodObject ? schema.shape : {}).join(', ')}, but ${expected[0]?.path}: ${expected[0]?.message}.`,
    { expected },
  );
}

function toFetchRequest(request: Request, publicUrl: string, body: unknown): globalThis.Request {
  const headers = headersOf(request);
  for (const name of ['content-length', 'content-encoding', 'transfer-encoding', ADDRESS_HEADER]) headers.delete(name);
  for (const [name, value] of Object.entries(addressHeader(request.ip ?? ''))) headers.set(name, value);
  if (body !== undefined) headers.set('content-type', 'application/json');
  return new Request(new URL(request.originalUrl, publicUrl), {
    method: request.method,
    headers,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

/** Its answers as they are, its errors as ours: one sentence for a wrong password, an unknown address and a deactivated user. */
async function forward(answer: globalThis.Response, response: Response): Promise<void> {
  if (answer.status >= 500) throw new Error(`Expected an answer of better-auth, but it was ${answer.status}: ${await answer.text()}`);
  if (answer.status >= 400) throw new HttpProblem('credentials-invalid', 'Expected the e-mail address and password of an active user, but they do not fit.');
  for (const cookie of answer.headers.getSetCookie()) response.append('Set-Cookie', cookie);
  response
    .status(answer.status)
    .setHeader('Cache-Control', 'no-store')
    .setHeader('Content-Type', answer.headers.get('content-type') ?? 'application/json');
  response.end(await answer.text());
}
