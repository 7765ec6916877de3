import type { ProcessSummary } from '@baton/contract';
import { Button } from '@mantine/core';
import { IconPlus, IconSitemap } from '@tabler/icons-react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import { may, useMe } from '../api/session.ts';
import { usePage } from '../frame/page-state.ts';
import { useLiveProcesses } from '../frame/use-live-lists.ts';
import { focusedRow, useRowKeys } from '../frame/use-row-keys.ts';
import { useShortcuts } from '../frame/use-shortcuts.ts';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { FilterField } from '../ui/filter-field.tsx';
import { FilterTabs } from '../ui/filter-tabs.tsx';
import { Key } from '../ui/key.tsx';
import { Notice } from '../ui/notice.tsx';
import page from '../ui/page.module.css';
import { EmptyProcesses } from './empty-processes.tsx';
import { NewProcessDialog, type NewProcessWay } from './new-process-dialog.tsx';
import { ProcessTable } from './process-table.tsx';
import { countsOf, PROCESS_TAB_LABELS, PROCESS_TABS, type ProcessTab, shownProcesses } from './process-tabs.ts';
import { processesQuery } from './processes-query.ts';
import { StartCards } from './start-cards.tsx';
import { StartSomething } from './start-something.tsx';
import { useProcessActions } from './use-process-actions.ts';
import { useStart } from './use-start.tsx';

const route = getRouteApi('/signed-in/frame/processes');

export function ProcessesPage() {
  const mayDesign = may(useMe(), 'process:design');
  const { data: processes } = useSuspenseQuery(processesQuery);
  const [way, setWay] = useState<NewProcessWay | null>(null);
  usePage([{ label: 'Processes' }]);
  useLiveProcesses();
  useShortcuts('Processes', mayDesign ? [{ keys: 'N', label: 'New process', run: () => setWay(processes.length === 0 ? 'blank' : 'template') }] : []);
  return (
    <>
      {processes.length > 0 ? (
        <ProcessList processes={processes} onNew={() => setWay('template')} />
      ) : mayDesign ? (
        <EmptyProcesses onNew={setWay} />
      ) : (
        <NothingToStart />
      )}
      {way && <NewProcessDialog way={way} onWay={setWay} onClose={() => setWay(null)} />}
    </>
  );
}

const NothingToStart = () => (
  <Notice as="h1" icon={<IconSitemap className="icon-large" />} title="No processes yet">
    As soon as a designer publishes a process, you can start it here.
  </Notice>
);

function ProcessList({ processes, onNew }: { processes: readonly ProcessSummary[]; onNew: () => void }) {
  const mayDesign = may(useMe(), 'process:design');
  const { tab = 'all', search = '' } = route.useSearch();
  const navigate = route.useNavigate();
  const [isChoosing, setIsChoosing] = useState(false);
  const [toDelete, setToDelete] = useState<ProcessSummary | null>(null);
  const { start, dialog } = useStart();
  const { remove } = useProcessActions();
  const counts = countsOf(processes);
  const shown = shownProcesses(processes, tab, search);
  const startable = processes.filter((process) => process.isStartable);
  const setTab = (next: ProcessTab) => void navigate({ search: (old) => ({ ...old, tab: next === 'all' ? undefined : next }), replace: true });
  const setSearch = useCallback((words: string) => void navigate({ search: (old) => ({ ...old, search: words || undefined }), replace: true }), [navigate]);
  useRowKeys();
  const startFocused = () => {
    const process = startable.find(({ key }) => key === focusedRow());
    if (process) start(process.key);
  };
  useShortcuts('This list', [{ keys: 'S', label: 'Start the process of the row', run: startFocused }]);
  const deleteDraft = (process: ProcessSummary) => remove.mutate(process, { onSettled: () => setToDelete(null) });
  return (
    <div className={page.page}>
      <div className={page.head}>
        <h1>All processes</h1>
        {mayDesign && (
          <Button size="md" leftSection={<IconPlus className="icon" />} rightSection={<Key>N</Key>} onClick={onNew}>
            New process
          </Button>
        )}
      </div>
      {startable.length > 0 && <StartCards startable={startable} onStart={start} onAll={() => setIsChoosing(true)} />}
      <div className={page.tools}>
        <FilterTabs
          label="Which processes"
          tabs={PROCESS_TABS.map((value) => ({ value, label: PROCESS_TAB_LABELS[value], count: counts[value] }))}
          value={tab}
          onChange={setTab}
        />
        <span className={page.grow} />
        <FilterField label="Filter by name or owner" value={search} onChange={setSearch} />
      </div>
      {shown.length > 0 ? (
        <ProcessTable processes={shown} onStart={start} onDelete={setToDelete} />
      ) : (
        <Notice
          icon={<IconSitemap className="icon-large" />}
          title="No match"
          actions={
            <Button variant="default" onClick={() => void navigate({ search: {}, replace: true })}>
              Clear filters
            </Button>
          }
        >
          No process fits these filters.
        </Notice>
      )}
      {dialog}
      {isChoosing && <StartSomething onClose={() => setIsChoosing(false)} />}
      {toDelete && (
        <ConfirmDialog
          title="Delete this draft?"
          action="Delete draft"
          isPending={remove.isPending}
          onConfirm={() => deleteDraft(toDelete)}
          onClose={() => setToDelete(null)}
        >
          “{toDelete.name}” was never published. Deleting it can’t be undone.
        </ConfirmDialog>
      )}
    </div>
  );
}
