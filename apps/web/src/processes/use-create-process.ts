import type { Graph } from '@baton/model';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { api } from '../api/client.ts';
import { queryKeys } from '../api/query-keys.ts';

/** `graph`: a template's or an imported one; without it the draft is empty. The server chooses a free key. */
export interface NewProcess {
  readonly name: string;
  readonly graph?: Graph;
}

/** Creates a draft and opens it. */
export function useCreateProcess() {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: ({ name, graph }: NewProcess) => api.createProcess({ body: { name, ...(graph ? { graph: JSON.parse(JSON.stringify(graph)) } : {}) } }),
    onSuccess: (process) => {
      void queryClient.invalidateQueries({ queryKey: queryKeys.processes });
      return navigate({ to: '/processes/$processKey', params: { processKey: process.key } });
    },
  });
}
