import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeSetupLink } from './people/setup-link.ts';
import { problemIn } from './testing/api-client.ts';
import { PASSWORD, signedIn, startTestServer, type TestServer } from './testing/test-server.ts';

const tokenIn = (link: string | null) => link!.split('#')[1]!;
const administrator = { name: 'Ada Administrator', email: 'ada@example.com', password: PASSWORD };

describe('the first administrator', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server?.stop());

  it('is made once, with the newest link, and signs in', async () => {
    expect((await server.nobody.get('/setup')).body).toEqual({ isNeeded: true });
    const old = await makeSetupLink(server.store, server.url);
    const link = await makeSetupLink(server.store, server.url);
    const create = (token: string) => server.nobody.post('/setup', { token, ...administrator });

    expect(problemIn(await create('guessed'))).toMatchObject({ status: 403, code: 'setup-link-invalid' });
    expect(problemIn(await create(tokenIn(old))).code).toBe('setup-link-invalid');
    const answers = await Promise.all([create(tokenIn(link)), create(tokenIn(link))]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 403]);

    expect((await server.nobody.get('/setup')).body).toEqual({ isNeeded: false });
    expect(await makeSetupLink(server.store, server.url)).toBeNull();
    const ada = await signedIn(server.nobody, server.url, administrator.email);
    expect((await ada.get('/me')).body).toMatchObject({ name: 'Ada Administrator', email: 'ada@example.com', roles: ['administrator'] });
  });

  it('is refused a short password before the link is used up', async () => {
    expect(problemIn(await server.nobody.post('/setup', { token: 'x', ...administrator, password: 'short' })).code).toBe('request-invalid');
  });
});

describe('signing in', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server?.stop());

  const signIn = (email: string, password: string) => server.nobody.post('/api/auth/sign-in/email', { email, password });

  it('gives a cookie that scripts and other sites cannot use', async () => {
    const { email } = await server.person('Cora Cookie', ['member']);

    const answer = await signIn(email.toUpperCase(), PASSWORD);

    expect(answer.status).toBe(200);
    const [cookie] = answer.headers.getSetCookie();
    expect(cookie).toMatch(/^baton\.session_token=.*HttpOnly.*SameSite=Lax/i);
  });

  it('says the same of a wrong password, an unknown address and somebody deactivated', async () => {
    const { id, email } = await server.person('Dan Departed', ['member']);
    await server.admin.patch(`/users/${id}`, { isActive: false });
    const active = await server.person('Al Active', ['member']);

    const answers = [await signIn(active.email, 'wrong password'), await signIn('nobody@example.com', PASSWORD), await signIn(email, PASSWORD)].map(problemIn);

    expect(answers.map(({ status, code }) => [status, code])).toEqual(Array(3).fill([401, 'credentials-invalid']));
    expect(new Set(answers.map(({ detail }) => detail)).size).toBe(1);
  });

  it('lets ten guesses through, then makes the account wait, and says how long', async () => {
    const { email } = await server.person('Greta Guessed', ['member']);
    for (let guess = 0; guess < 10; guess++) expect((await signIn(email, `guess ${guess}`)).status).toBe(401);

    const eleventh = await signIn(email, PASSWORD);

    expect(problemIn(eleventh)).toMatchObject({ status: 429, code: 'too-many-requests' });
    expect(Number(eleventh.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  it('ends with signing out', async () => {
    const olga = await server.person('Olga Out', ['member']);

    expect((await olga.post('/api/auth/sign-out')).status).toBe(200);

    expect(problemIn(await olga.get('/me'))).toMatchObject({ status: 401, code: 'not-signed-in' });
  });

  it('lets people change their own password, knowing the old one', async () => {
    const pia = await server.person('Pia Password', ['member']);

    expect(problemIn(await pia.post('/api/auth/change-password', { currentPassword: 'wrong', newPassword: 'a brand new one' })).status).toBe(401);
    expect((await pia.post('/api/auth/change-password', { currentPassword: PASSWORD, newPassword: 'a brand new one', revokeOtherSessions: true })).status).toBe(
      200,
    );

    expect((await signIn(pia.email, PASSWORD)).status).toBe(401);
    expect((await signIn(pia.email, 'a brand new one')).status).toBe(200);
  });

  it('keeps e-mail addresses apart', async () => {
    const { email } = await server.person('Tim Taken', ['member']);

    const again = await server.admin.post('/users', { name: 'Tim Two', email: email.toUpperCase(), password: PASSWORD, roles: ['member'] });

    expect(problemIn(again)).toMatchObject({ status: 409, code: 'already-exists' });
    expect((await server.admin.get('/users?search=Tim')).body.items).toHaveLength(1);
  });
});
