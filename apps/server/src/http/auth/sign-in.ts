import { isIP } from 'node:net';
import type { PrismaClient } from '@baton/store';
import { betterAuth } from 'better-auth';
import { prismaAdapter } from 'better-auth/adapters/prisma';
import type { Logger } from 'pino';
import { isOwnOrigin } from '../same-origin.ts';

export const MIN_PASSWORD = 10;
export const MAX_PASSWORD = 200;
const DAY = 24 * 60 * 60;

export interface SignInOptions {
  readonly prisma: PrismaClient;
  readonly secret: string;
  /** Asked each time: the port may be known only once the server listens. */
  readonly publicUrl: string;
  readonly log: Logger;
}

/** better-auth with passwords only. Nobody signs up by themselves: an administrator makes users, the one-time link the first of them. */
export function createSignIn({ prisma, secret, publicUrl, log }: SignInOptions) {
  return betterAuth({
    appName: 'Baton',
    baseURL: publicUrl,
    basePath: '/api/auth',
    secret,
    database: prismaAdapter(prisma, { provider: 'postgresql' }),
    trustedOrigins: (request) => {
      const origin = request?.headers.get('origin');
      const host = request?.headers.get('host') ?? undefined;
      return origin && isOwnOrigin(origin, { ...(host ? { host } : {}) }, publicUrl) ? [origin] : [];
    },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: MIN_PASSWORD, maxPasswordLength: MAX_PASSWORD },
    session: { expiresIn: 7 * DAY, updateAge: DAY },
    user: {
      additionalFields: {
        tenantId: { type: 'string', input: false, required: false },
        isActive: { type: 'boolean', input: false, required: false },
      },
    },
    databaseHooks: {
      session: {
        create: {
          before: async (session) => {
            const user = await prisma.user.findUnique({ where: { id: session.userId }, select: { isActive: true } });
            return user?.isActive === true;
          },
        },
      },
    },
    // We count attempts ourselves, by account and by address (sign-in-limits.ts).
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    advanced: {
      cookiePrefix: 'baton',
      useSecureCookies: publicUrl.startsWith('https:'),
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', secure: publicUrl.startsWith('https:') },
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
    },
    logger: { log: (level, message) => log[level === 'error' ? 'warn' : 'debug']({ from: 'better-auth' }, message) },
  });
}

/** Set by us from the connection before better-auth sees a request; what a client sends under this name is dropped. */
export const ADDRESS_HEADER = 'x-baton-address';
export const addressHeader = (address: string): Record<string, string> => (isIP(address) ? { [ADDRESS_HEADER]: address } : {});

export type SignIn = ReturnType<typeof createSignIn>;
