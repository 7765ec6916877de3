import type { Incident } from '@baton/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { isProblem, sentenceOf } from '../api/api-problem.ts';
import { api } from '../api/client.ts';
import { queryKeys } from '../api/query-keys.ts';
import { counted } from '../ui/counted.ts';
import { tell } from '../ui/tell.ts';
import { type RetryProgress, retryEach } from './retry-each.ts';

/** Tries incidents again, a few at a time; `stop` lets those under way finish. */
export function useRetry() {
  const queryClient = useQueryClient();
  const [progress, setProgress] = useState<RetryProgress | null>(null);
  const stopped = useRef(false);
  const retry = async (incidents: readonly Incident[]) => {
    stopped.current = false;
    const result = await retryEach(incidents, {
      retry: (incident) => api.retryIncident({ params: { id: incident.id } }),
      // Somebody else was faster: that is what was wanted.
      isDone: (error) => isProblem(error, 'incident-already-resolved'),
      isStopped: () => stopped.current,
      onProgress: setProgress,
    });
    setProgress(null);
    await queryClient.invalidateQueries({ queryKey: queryKeys.incidents });
    if (result.failed > 0) tell(`${counted(result.failed, 'instance')} couldn’t be tried again`, { tone: 'attention', detail: sentenceOf(result.lastError) });
    else tell(`${counted(result.done, 'instance')} tried again`, { detail: 'If the cause is still there, it comes back to this list.' });
  };
  return {
    progress,
    retry,
    stop: () => {
      stopped.current = true;
    },
  };
}
