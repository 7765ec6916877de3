/** Keys of the query cache: one place, so that a live change finds what it makes stale. */
export const queryKeys = {
  me: ['me'] as const,
  setup: ['setup'] as const,
  processes: ['processes'] as const,
  process: (key: string) => ['processes', 'one', key] as const,
  graph: (key: string, version: string) => ['processes', 'graph', key, version] as const,
  instances: ['instances'] as const,
  instance: (id: string) => ['instances', 'one', id] as const,
  tasks: ['tasks'] as const,
  task: (id: string) => ['tasks', 'one', id] as const,
  taskCounts: ['tasks', 'counts'] as const,
  incidents: ['incidents'] as const,
  people: ['people'] as const,
  users: ['people', 'users'] as const,
  groups: ['people', 'groups'] as const,
};
