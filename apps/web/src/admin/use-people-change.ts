import { useMutation, useQueryClient } from '@tanstack/react-query';
import { queryKeys } from '../api/query-keys.ts';
import { tell } from '../ui/tell.ts';

/** A change of users or groups: afterwards the lists are asked for anew, and `said` is said. */
export function usePeopleChange<T>(change: (input: T) => Promise<unknown>, said: (input: T) => string, onDone?: () => void) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: async (_, input) => {
      // My own name, roles or groups may be among them.
      await Promise.all([queryClient.invalidateQueries({ queryKey: queryKeys.people }), queryClient.invalidateQueries({ queryKey: queryKeys.me })]);
      tell(said(input));
      onDone?.();
    },
  });
}
