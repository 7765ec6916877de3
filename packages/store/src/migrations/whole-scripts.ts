import { PrismaPg } from '@prisma/adapter-pg';
import type { SqlDriverAdapter, SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import pg from 'pg';

/**
 * Prisma's adapter, but a script goes to the database as it is. The adapter's own way splits it at every semicolon, which breaks functions
 * and comments; sent whole it is also one transaction.
 */
export function wholeScripts(databaseUrl: string): {
  factory: SqlMigrationAwareDriverAdapterFactory;
  failure: () => string | null;
  dispose: () => Promise<void>;
} {
  const prisma = new PrismaPg({ connectionString: databaseUrl });
  // The engine only says that there was an error; this is what the database said.
  let failure: string | null = null;

  async function executeScript(script: string): Promise<void> {
    const client = new pg.Client({ connectionString: databaseUrl });
    await client.connect();
    try {
      await client.query(script);
    } catch (error) {
      failure = String(error);
      throw error;
    } finally {
      await client.end();
    }
  }
  const adapters: SqlDriverAdapter[] = [];
  function whole(adapter: SqlDriverAdapter): SqlDriverAdapter {
    adapters.push(adapter);
    return Object.assign(adapter, { executeScript });
  }

  const factory = {
    provider: 'postgres' as const,
    adapterName: prisma.adapterName,
    connect: async () => whole(await prisma.connect()),
    connectToShadowDb: async () => whole(await prisma.connectToShadowDb()),
  };
  // The engine forgets its connections without closing them.
  const dispose = async () => void (await Promise.all(adapters.map((adapter) => adapter.dispose())));
  return { factory, failure: () => failure, dispose };
}
