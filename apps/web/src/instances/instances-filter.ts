import type { Instance, ProcessSummary } from '@baton/contract';
import type { InputOf } from '../api/route-types.ts';

export const SHOWN = ['active', 'attention', 'completed', 'cancelled', 'all'] as const;
export type Shown = (typeof SHOWN)[number];

/** The filters as they stand in the address. */
export interface InstancesSearch {
  readonly show?: Exclude<Shown, 'active'> | undefined;
  readonly processKey?: string | undefined;
  readonly search?: string | undefined;
  readonly mine?: boolean | undefined;
}

type Query = NonNullable<InputOf<'listInstances'>['query']>;

const STATUS_OF: { readonly [S in Shown]: Query } = {
  active: { status: 'active' },
  attention: { hasIncident: true },
  completed: { status: 'completed' },
  cancelled: { status: 'cancelled' },
  all: {},
};

/** The same, as the server is asked. */
export const queryOf = ({ show, processKey, search, mine }: InstancesSearch): Query => ({
  ...STATUS_OF[show ?? 'active'],
  ...(processKey ? { processKey } : {}),
  ...(search ? { search } : {}),
  ...(mine ? { startedByMe: true } : {}),
});

export const isFiltered = ({ show, processKey, search, mine }: InstancesSearch): boolean => Boolean(show || processKey || search || mine);

const FITS: { readonly [S in Shown]: (instance: Pick<Instance, 'status' | 'hasIncident'>) => boolean } = {
  active: ({ status }) => status === 'active',
  attention: ({ hasIncident }) => hasIncident,
  completed: ({ status }) => status === 'completed',
  cancelled: ({ status }) => status === 'cancelled',
  all: () => true,
};

/** Whether the list these filters give would hold it, as far as can be told without asking: words are the server's business. */
export const mayFit = ({ show, processKey, mine }: InstancesSearch, instance: Instance, myId: string): boolean =>
  FITS[show ?? 'active'](instance) && (!processKey || instance.processKey === processKey) && (!mine || instance.startedBy.userId === myId);

/** How many each tab holds, where the processes tell: not once words or a person narrow it down. */
export function countsOf(
  processes: readonly Pick<ProcessSummary, 'key' | 'running' | 'needsAttention'>[],
  { processKey, search, mine }: InstancesSearch,
): { readonly [S in Shown]?: number } {
  if (search || mine || processes.length === 0) return {};
  const counted = processes.filter(({ key }) => !processKey || key === processKey);
  return {
    active: counted.reduce((sum, { running }) => sum + running, 0),
    attention: counted.reduce((sum, { needsAttention }) => sum + needsAttention, 0),
  };
}
