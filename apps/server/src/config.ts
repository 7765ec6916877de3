import { resolve } from 'node:path';
import { z } from 'zod';

const url = (protocols: RegExp, expected: string) => z.url({ protocol: protocols, error: expected });

/** The environment as documented in `.env.example`; empty values count as absent. */
const environmentSchema = z.object({
  PORT: z.coerce
    .number('a whole number from 0 to 65535')
    .int('a whole number from 0 to 65535')
    .min(0, 'a number of at least 0')
    .max(65_535, 'a number of at most 65535')
    .default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  BATON_DATA_DIR: z.string().min(1).default('.data'),
  DATABASE_URL: url(/^postgres(ql)?$/, 'a PostgreSQL address like postgresql://user:password@host:5432/database').optional(),
  BATON_PUBLIC_URL: url(/^https?$/, 'the address people open, like https://baton.example.com').optional(),
  BATON_API_KEY: z.string().min(24, 'at least 24 characters').max(500, 'at most 500 characters').optional(),
  BATON_SECRET_KEY: z.string().min(32, 'at least 32 characters').optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], 'one of fatal, error, warn, info, debug, trace, silent').default('info'),
});

export interface Config {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  /** Absent: the embedded PostgreSQL under `dataDir`. */
  readonly databaseUrl: string | undefined;
  /** Without a slash at the end. Absent: the address the server listens on. */
  readonly publicUrl: string | undefined;
  readonly apiKey: string | undefined;
  readonly secretKey: string | undefined;
  readonly logLevel: string;
}

/** A value of the environment that can't be used; the message names each and says what was expected. */
export class ConfigError extends Error {}

const SECRET = new Set(['BATON_API_KEY', 'BATON_SECRET_KEY', 'DATABASE_URL']);

export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = environmentSchema.safeParse(given);
  if (!parsed.success) throw new ConfigError(parsed.error.issues.map((issue) => sentence(issue, given)).join('\n'));

  const env = parsed.data;
  return {
    port: env.PORT,
    host: env.HOST,
    dataDir: resolve(env.BATON_DATA_DIR),
    databaseUrl: env.DATABASE_URL,
    publicUrl: env.BATON_PUBLIC_URL?.replace(/\/+$/, ''),
    apiKey: env.BATON_API_KEY,
    secretKey: env.BATON_SECRET_KEY,
    logLevel: env.LOG_LEVEL,
  };
}

function sentence(issue: z.core.$ZodIssue, given: Record<string, string | undefined>): string {
  const name = String(issue.path[0]);
  const value = SECRET.has(name) ? `a value of ${given[name]?.length ?? 0} characters (not shown)` : JSON.stringify(given[name]);
  return `${name}: expected ${issue.message}, but it is ${value}.`;
}
