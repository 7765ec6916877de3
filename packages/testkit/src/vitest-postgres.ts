import { startTestPostgres, TEST_DATABASE } from './fresh-database.ts';

/** Vitest's global setup: one PostgreSQL for a run; each test file takes fresh databases on it. */
export async function setup(): Promise<() => Promise<void>> {
  if (process.env[TEST_DATABASE]) return async () => undefined;
  const postgres = await startTestPostgres();
  process.env[TEST_DATABASE] = postgres.url;
  return async () => {
    delete process.env[TEST_DATABASE];
    await postgres.stop();
  };
}
