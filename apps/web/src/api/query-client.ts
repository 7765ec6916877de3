import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { isProblem } from './api-problem.ts';
import { queryKeys } from './query-keys.ts';

/** A call that failed for a passing reason is worth another try; a refusal is not. */
export const isWorthRetrying = (failures: number, error: unknown) =>
  failures < 2 && isProblem(error, 'unreachable', 'overloaded', 'database-unavailable', 'shutting-down');

/** `onSignedOut`: the session has ended while somebody worked. */
export function createQueryClient(onSignedOut: () => void): QueryClient {
  const onError = (error: unknown) => {
    if (isProblem(error, 'not-signed-in')) onSignedOut();
  };
  // Who is there is asked by the routes themselves, and they know what to do when it is nobody.
  const onQueryError = (error: unknown, query: { readonly queryKey: readonly unknown[] }) => query.queryKey[0] !== queryKeys.me[0] && onError(error);
  return new QueryClient({
    queryCache: new QueryCache({ onError: onQueryError }),
    mutationCache: new MutationCache({ onError }),
    // The live connection says what is stale; coming back to the window asks again what it may have missed.
    defaultOptions: { queries: { retry: isWorthRetrying, staleTime: 15_000, networkMode: 'always' }, mutations: { networkMode: 'always' } },
  });
}
