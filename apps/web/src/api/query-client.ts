import { QueryClient } from '@tanstack/react-query';
import { isProblem } from './api-problem.ts';

/** A call that failed for a passing reason is worth another try; a refusal is not. */
export const isWorthRetrying = (failures: number, error: unknown) =>
  failures < 2 && isProblem(error, 'unreachable', 'overloaded', 'database-unavailable', 'shutting-down');

export const createQueryClient = (): QueryClient =>
  new QueryClient({
    // The live connection says what is stale; coming back to the window asks again what it may have missed.
    defaultOptions: { queries: { retry: isWorthRetrying, staleTime: 15_000, networkMode: 'always' }, mutations: { networkMode: 'always' } },
  });
