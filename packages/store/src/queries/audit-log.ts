import type { Json } from '@baton/engine';
import type { Instant, Page, PageQuery, Person } from '../result.ts';

export type AuditEntry = { id: string; at: Instant; by: Person; action: string; subject: string; detail: Json };

/** What people did to the installation: append only. What they did in an instance is in its own log. */
export interface AuditLog {
  append(entry: { tenantId: string; by: Person; action: string; subject: string; detail?: Json | undefined }): Promise<void>;
  /** Newest first. */
  list(query: { tenantId: string; subject?: string | undefined } & PageQuery): Promise<Page<AuditEntry>>;
}
