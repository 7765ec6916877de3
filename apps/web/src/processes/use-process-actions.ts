import type { ProcessSummary } from '@baton/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { api } from '../api/client.ts';
import { queryKeys } from '../api/query-keys.ts';
import { tellProblem } from '../ui/tell.ts';
import { saveFile } from './save-file.ts';

/** What a designer does with a process without opening it. The draft is what is copied and exported. */
export function useProcessActions() {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const refresh = () => queryClient.invalidateQueries({ queryKey: queryKeys.processes });
  const duplicate = useMutation({
    mutationFn: async (process: ProcessSummary) => {
      const { graph } = await api.getDraft({ params: { key: process.key } });
      return api.createProcess({ body: { name: `${process.name} (copy)`, graph } });
    },
    onSuccess: (copy) => {
      void refresh();
      void navigate({ to: '/processes/$processKey', params: { processKey: copy.key } });
    },
    onError: tellProblem('It couldn’t be duplicated'),
  });
  const exportGraph = useMutation({
    mutationFn: async (process: ProcessSummary) => {
      const { graph } = await api.getDraft({ params: { key: process.key } });
      saveFile(`${process.key}.json`, 'application/json', `${JSON.stringify(graph, null, 2)}\n`);
    },
    onError: tellProblem('It couldn’t be exported'),
  });
  const remove = useMutation({
    mutationFn: (process: ProcessSummary) => api.deleteProcess({ params: { key: process.key } }),
    onSuccess: refresh,
    onError: tellProblem('It couldn’t be deleted'),
  });
  return { duplicate, exportGraph, remove };
}
