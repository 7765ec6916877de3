import type { Json } from '@baton/engine';
import type { Form, Graph, Process } from '@baton/model';
import type { Instant, Page, PageQuery, Person, Refused } from '../result.ts';

export type ProcessStatus = 'draft' | 'live' | 'draft-ahead';

export type ProcessSummary = {
  key: string;
  name: string;
  description?: string;
  /** Latest published version; null: never published. */
  version: number | null;
  status: ProcessStatus;
  running: number;
  needsAttention: number;
  owner?: Person;
  changedAt: Instant;
  publishedAt: Instant | null;
  isStartable: boolean;
  startForm: Form | null;
};

export type VersionSummary = { version: number; versionId: string; name: string; publishedAt: Instant; publishedBy: Person; note?: string };
export type PublishedVersion = VersionSummary & { key: string; checksum: string; graph: Graph };
export type DeployedProcess = { key: string; name: string; version: number; versionId: string; changed: boolean };

/** What a draft holds. `state`: the whole Yjs document as one update. `checksum`: of the graph's meaning, or of its text while it isn't a valid graph. */
export type DraftContent = { readonly graph: Json; readonly state: Uint8Array; readonly checksum: string };
export type Draft = { key: string; graph: Json; state: Uint8Array; etag: string; changedAt: Instant; changedBy?: Person; basedOn: number | null };

type One = { readonly tenantId: string; readonly key: string };

export interface ProcessStore {
  /** Those changed last first. */
  list(
    query: { tenantId: string; search?: string | undefined; status?: ProcessStatus | undefined; startable?: boolean | undefined } & PageQuery,
  ): Promise<Page<ProcessSummary>>;
  get(one: One): Promise<(ProcessSummary & { versions: VersionSummary[] }) | null>;
  createDraft(
    one: One & DraftContent & { readonly name: string; readonly by: Person },
  ): Promise<{ ok: true; process: ProcessSummary } | Refused<'already-exists'>>;
  /** A process that was published is never deleted. */
  deleteDraft(one: One): Promise<{ ok: true } | Refused<'not-found' | 'in-use'>>;
  draft(one: One): Promise<Draft | null>;
  /** Compare and set: `ifMatch` is the etag that was read; null replaces whatever is there. */
  replaceDraft(
    one: One & DraftContent & { readonly ifMatch: string | null; readonly by: Person },
  ): Promise<{ ok: true; draft: Draft } | Refused<'not-found' | 'draft-changed'>>;
  /** `merge` is given the stored document and returns the new one, with the row locked: merges of two people can't lose each other. Pure and quick. */
  mergeDraft(
    one: One & { readonly by: Person; readonly merge: (state: Uint8Array) => DraftContent },
  ): Promise<{ ok: true; draft: Draft } | Refused<'not-found'>>;
  version(one: One & { readonly version: number | 'latest' }): Promise<PublishedVersion | null>;
  /** Compiled, from the cache. */
  process(one: One & { readonly version: number | 'latest' }): Promise<Process | null>;
  /** All or nothing. The same checksum as the latest version is that version, `changed: false`. A process without a draft gets one. */
  publish(request: {
    readonly tenantId: string;
    readonly by: Person;
    readonly processes: readonly {
      readonly graph: Graph;
      readonly checksum: string;
      readonly note?: string | undefined;
      readonly draftState: Uint8Array | null;
      /** What its draft shows, if that is more than the process: the drawing of several pools. */
      readonly draft?: Graph;
    }[];
  }): Promise<DeployedProcess[]>;
}
