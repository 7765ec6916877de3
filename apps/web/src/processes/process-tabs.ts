import type { ProcessSummary } from '@baton/contract';

export const PROCESS_TABS = ['all', 'live', 'draft', 'attention'] as const;
export type ProcessTab = (typeof PROCESS_TABS)[number];

export const PROCESS_TAB_LABELS: { readonly [T in ProcessTab]: string } = { all: 'All', live: 'Live', draft: 'Draft', attention: 'Needs attention' };

const BELONGS: { readonly [T in ProcessTab]: (process: ProcessSummary) => boolean } = {
  all: () => true,
  live: (process) => process.version !== null,
  // A draft ahead of what is live is work in progress too.
  draft: (process) => process.status !== 'live',
  attention: (process) => process.needsAttention > 0,
};

export const countsOf = (processes: readonly ProcessSummary[]) =>
  Object.fromEntries(PROCESS_TABS.map((tab) => [tab, processes.filter(BELONGS[tab]).length])) as { [T in ProcessTab]: number };

/** Those of a tab whose name or owner holds every word. */
export function shownProcesses(processes: readonly ProcessSummary[], tab: ProcessTab, words: string): ProcessSummary[] {
  const wanted = words.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  return processes.filter((process) => {
    const text = `${process.name} ${process.owner?.name ?? ''}`.toLocaleLowerCase();
    return BELONGS[tab](process) && wanted.every((word) => text.includes(word));
  });
}
