import type { QueryClient } from '@tanstack/react-query';
import { draftQuery, taskQuery } from './task-queries.ts';

export const taskIdIn = (pathname: string): string | undefined => {
  const id = /^\/t\/([^/]+)$/.exec(pathname)?.[1];
  return id && decodeURIComponent(id);
};

/** A link from a mail opens a task, often on a phone: page, task and draft are fetched beside the question who is there, not after it. */
export const fetchAhead = (queryClient: QueryClient, pathname: string): void => {
  const id = taskIdIn(pathname);
  if (!id) return;
  void import('./task-page.tsx');
  void queryClient.prefetchQuery(taskQuery(id));
  void queryClient.prefetchQuery(draftQuery(id));
};
