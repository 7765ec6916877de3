import type { Incident } from '@baton/contract';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../api/client.ts';
import { queryKeys } from '../api/query-keys.ts';

/** More than this nobody reads one by one; the screen says that there are more. */
export const MOST_INCIDENTS = 1_000;

async function openIncidents(signal: AbortSignal): Promise<Incident[]> {
  const incidents: Incident[] = [];
  let cursor: string | null = null;
  do {
    const page: { items: Incident[]; nextCursor: string | null } = await api.listIncidents({
      query: { status: 'open', limit: 200, cursor: cursor ?? undefined },
      signal,
    });
    incidents.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor && incidents.length < MOST_INCIDENTS);
  return incidents;
}

/** Everything that needs attention now. */
export const openIncidentsQuery = queryOptions({ queryKey: [...queryKeys.incidents, 'open'], queryFn: ({ signal }) => openIncidents(signal) });
