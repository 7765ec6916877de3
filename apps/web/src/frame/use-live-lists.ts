import { type QueryKey, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { queryKeys } from '../api/query-keys.ts';
import { useWatch } from '../api/use-watch.ts';

const AT_MOST_EVERY_MS = 700;
/** Figures in a table of processes need not run. */
const FIGURES_EVERY_MS = 3_000;

/** Marks queries stale, but not more often than a person could follow: the first at once, what follows together. */
export function useStale(key: QueryKey, atMostEveryMs = AT_MOST_EVERY_MS): () => void {
  const queryClient = useQueryClient();
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const isDue = useRef(false);
  useEffect(
    () => () => {
      if (timer.current) clearTimeout(timer.current);
    },
    [],
  );
  const mark = () => {
    if (timer.current) {
      isDue.current = true;
      return;
    }
    void queryClient.invalidateQueries({ queryKey: key });
    timer.current = setTimeout(() => {
      timer.current = null;
      if (!isDue.current) return;
      isDue.current = false;
      mark();
    }, atMostEveryMs);
  };
  return mark;
}

/** Keeps tasks and incidents of the whole app current. After a lost connection all of them are asked for again. */
export function useLiveLists(mayReadIncidents: boolean): void {
  const tasks = useStale(queryKeys.tasks);
  const incidents = useStale(queryKeys.incidents);
  useWatch('tasks', undefined, tasks, tasks);
  useWatch('incidents', mayReadIncidents ? undefined : null, incidents, incidents);
}

/** Keeps the list of processes and its figures current while it is shown. */
export function useLiveProcesses(): void {
  const processes = useStale(queryKeys.processes, FIGURES_EVERY_MS);
  useWatch('process', undefined, processes, processes);
}
