import type { ProcessSummary } from '@baton/contract';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../api/client.ts';
import { queryKeys } from '../api/query-keys.ts';

const MOST_PROCESSES = 2_000;

async function allProcesses(signal: AbortSignal): Promise<ProcessSummary[]> {
  const processes: ProcessSummary[] = [];
  let cursor: string | null = null;
  do {
    const page: { items: ProcessSummary[]; nextCursor: string | null } = await api.listProcesses({
      query: { limit: 200, cursor: cursor ?? undefined },
      signal,
    });
    processes.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor && processes.length < MOST_PROCESSES);
  return processes;
}

/** All processes, those changed last first: tabs count them and the filter answers at once. */
export const processesQuery = queryOptions({ queryKey: [...queryKeys.processes, 'all'], queryFn: ({ signal }) => allProcesses(signal) });
