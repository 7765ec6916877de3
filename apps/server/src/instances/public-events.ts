import type { LiveEvent } from '@baton/contract';
import type { Store } from '@baton/store';
import { InstanceLog } from '../live/instance-log.ts';
import { PeopleNames } from '../live/people-names.ts';

interface PageQuery {
  readonly afterSeq: number;
  readonly limit: number;
}

/** A page of the public log. Reads what comes before it as well, since an event may tell of something that began there. */
export async function publicEvents(
  store: Store,
  one: { tenantId: string; instanceId: string },
  { afterSeq, limit }: PageQuery,
): Promise<{ items: LiveEvent[]; nextCursor: string | null } | null> {
  const log = new InstanceLog(one.tenantId, one.instanceId);
  const names = new PeopleNames(store.people);
  if (!(await log.catchUp(store, names, afterSeq))) return null;
  const items = await log.catchUp(store, names, afterSeq + limit);
  if (!items) return null;
  const { seq } = log.state;
  return { items, nextCursor: seq === afterSeq + limit ? String(seq) : null };
}
