import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { queryKeys } from '../../api/query-keys.ts';
import { tell, tellProblem } from '../../ui/tell.ts';

/** Tries again what failed; the page sees by itself what comes of it. */
export function useRetry() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (incidentId: string) => api.retryIncident({ params: { id: incidentId } }),
    onSuccess: () => {
      tell('Trying again');
      void queryClient.invalidateQueries({ queryKey: queryKeys.incidents });
    },
    onError: tellProblem('It couldn’t be tried again'),
  });
}
