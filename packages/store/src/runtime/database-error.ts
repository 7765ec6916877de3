import pg from 'pg';

/** `lost`: the connection went, so what was sent may have happened. `again`: nothing happened, and it may work next time. `refused`: nothing happened, and it won't. */
export type DatabaseErrorKind = 'lost' | 'again' | 'refused';

/** Serialisation failure, deadlock, lock not available, a key that somebody wrote in between, resources, cancelled. */
const AGAIN = ['40001', '40P01', '55P03', '23505', '53000', '53100', '53200', '57014'];

/** By SQLSTATE, never by text. An error without one isn't the database's answer. */
export function databaseErrorKind(error: unknown): DatabaseErrorKind {
  const code = sqlState(error);
  if (!code || code.startsWith('08') || code.startsWith('57P')) return 'lost';
  return AGAIN.includes(code) ? 'again' : 'refused';
}

export const sqlState = (error: unknown): string | null => (error instanceof pg.DatabaseError ? (error.code ?? null) : null);

/** What the database, or the way to it, made of something we asked. */
export class DatabaseFailure extends Error {
  readonly kind: DatabaseErrorKind | 'unreachable';
  constructor(kind: DatabaseFailure['kind'], cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.kind = kind;
  }
}

/** Tells failures of the database from bugs of ours: only what is thrown in here is the database's. */
export async function asking<T>(question: () => Promise<T>): Promise<T> {
  try {
    return await question();
  } catch (error) {
    throw error instanceof DatabaseFailure ? error : new DatabaseFailure(databaseErrorKind(error), error);
  }
}
