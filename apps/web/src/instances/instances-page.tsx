import { Button, NativeSelect } from '@mantine/core';
import { IconArrowUp, IconList, IconPlayerPlay, IconUser } from '@tabler/icons-react';
import { useQuery, useSuspenseInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useCallback, useDeferredValue, useState } from 'react';
import { useLiveState } from '../api/live-client.ts';
import { may, useMe } from '../api/session.ts';
import { usePage } from '../frame/page-state.ts';
import { useLiveProcesses } from '../frame/use-live-lists.ts';
import { useRowKeys } from '../frame/use-row-keys.ts';
import { processesQuery } from '../processes/processes-query.ts';
import { StartSomething } from '../processes/start-something.tsx';
import { useStart } from '../processes/use-start.tsx';
import { counted, figure } from '../ui/counted.ts';
import { FilterField } from '../ui/filter-field.tsx';
import { FilterTabs } from '../ui/filter-tabs.tsx';
import { Notice } from '../ui/notice.tsx';
import page from '../ui/page.module.css';
import { countsOf, type InstancesSearch, isFiltered, SHOWN, type Shown } from './instances-filter.ts';
import styles from './instances-page.module.css';
import { instancesQuery } from './instances-query.ts';
import { InstancesTable } from './instances-table.tsx';
import { useLiveInstances } from './use-live-instances.ts';

const route = getRouteApi('/signed-in/frame/instances');
const LABELS: { readonly [S in Shown]: string } = { active: 'All active', attention: 'Needs attention', completed: 'Done', cancelled: 'Canceled', all: 'All' };

type Change = (change: Partial<InstancesSearch>) => void;

function Filters({ search, change }: { search: InstancesSearch; change: Change }) {
  const { data: processes = [] } = useQuery(processesQuery);
  const seesAll = may(useMe(), 'instance:read');
  const counts = seesAll ? countsOf(processes, search) : {};
  const setWords = useCallback((words: string) => change({ search: words || undefined }), [change]);
  return (
    <div className={page.tools}>
      <FilterTabs
        label="Which instances"
        tabs={SHOWN.map((value) => ({ value, label: LABELS[value], count: counts[value] }))}
        value={search.show ?? 'active'}
        onChange={(show) => change({ show: show === 'active' ? undefined : show })}
      />
      <span className={page.grow} />
      <Button
        variant={search.mine ? 'light' : 'default'}
        leftSection={<IconUser className="icon" />}
        aria-pressed={search.mine ?? false}
        onClick={() => change({ mine: search.mine ? undefined : true })}
      >
        Started by me
      </Button>
      <NativeSelect
        size="xs"
        className={styles.process ?? ''}
        aria-label="Process"
        value={search.processKey ?? ''}
        data={[{ value: '', label: 'Every process' }, ...processes.map(({ key, name }) => ({ value: key, label: name }))]}
        onChange={(event) => change({ processKey: event.currentTarget.value || undefined })}
      />
      <FilterField label="Key or value" value={search.search ?? ''} onChange={setWords} />
    </div>
  );
}

export function InstancesPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const change: Change = useCallback((change) => void navigate({ search: (old) => ({ ...old, ...change }), replace: true }), [navigate]);
  const { data: processes } = useQuery(processesQuery);
  const process = search.processKey && (processes?.find(({ key }) => key === search.processKey)?.name ?? search.processKey);
  usePage(process ? [{ label: 'Instances', to: '/instances' }, { label: process }] : [{ label: 'Instances' }]);
  useRowKeys();
  useLiveProcesses();
  return (
    <div className={page.page}>
      <div className={page.head}>
        <h1>{process || 'Instances'}</h1>
        <StartButton processKey={search.processKey} />
      </div>
      <Filters search={search} change={change} />
      <InstanceList search={search} onClear={() => void navigate({ search: {}, replace: true })} />
    </div>
  );
}

/** Starts the process the list is of, else asks which. */
function StartButton({ processKey }: { processKey: string | undefined }) {
  const { data: processes = [] } = useQuery(processesQuery);
  const [isChoosing, setIsChoosing] = useState(false);
  const { start, dialog } = useStart();
  const startable = processes.filter(({ isStartable }) => isStartable);
  const one = startable.find(({ key }) => key === processKey);
  if (startable.length === 0 || (processKey && !one)) return null;
  return (
    <>
      <Button size="md" leftSection={<IconPlayerPlay className="icon" />} onClick={() => (one ? start(one.key) : setIsChoosing(true))}>
        {one ? 'Start one' : 'Start a process'}
      </Button>
      {isChoosing && <StartSomething onClose={() => setIsChoosing(false)} />}
      {dialog}
    </>
  );
}

function InstanceList({ search, onClear }: { search: InstancesSearch; onClear: () => void }) {
  // While new filters are on their way, the old list stays.
  const shownSearch = useDeferredValue(search);
  const list = useSuspenseInfiniteQuery(instancesQuery(shownSearch));
  const { unseen, showUnseen } = useLiveInstances(shownSearch);
  const instances = list.data.pages.flatMap((one) => one.items);
  const isLive = useLiveState() === 'live';
  if (instances.length === 0) {
    return isFiltered(shownSearch) ? (
      <Notice
        icon={<IconList className="icon-large" />}
        title="No match"
        actions={
          <Button variant="default" onClick={onClear}>
            Clear filters
          </Button>
        }
      >
        No instance fits these filters.
      </Notice>
    ) : (
      <>
        <Unseen count={unseen} onShow={showUnseen} />
        <Notice icon={<IconList className="icon-large" />} title="Nothing is running">
          Start a process and you can watch it here. What has ended is under Done.
        </Notice>
      </>
    );
  }
  return (
    <>
      <Unseen count={unseen} onShow={showUnseen} />
      <InstancesTable instances={instances} hasProcess={!shownSearch.processKey} />
      <div className={page.foot}>
        <span className="numeric">{list.hasNextPage ? `First ${figure(instances.length)}` : counted(instances.length, 'instance')}</span>
        {isLive && (
          <span className={styles.live}>
            <i aria-hidden="true" />
            Live
          </span>
        )}
        {list.hasNextPage && (
          <Button variant="default" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            Load more
          </Button>
        )}
      </div>
    </>
  );
}

/** New ones don't push the list down under the pointer: they wait for this to be pressed. */
function Unseen({ count, onShow }: { count: number; onShow: () => void }) {
  return (
    <div role="status" className={styles.unseen}>
      {count > 0 && (
        <button type="button" onClick={onShow}>
          <IconArrowUp className="icon" aria-hidden="true" />
          {counted(count, 'change', 'changes')} to show
        </button>
      )}
    </div>
  );
}
