import '@mantine/core/styles/ScrollArea.layer.css';
import '@mantine/spotlight/styles.layer.css';
import { useDebouncedValue } from '@mantine/hooks';
import { createSpotlight, Spotlight, type SpotlightActionGroupData } from '@mantine/spotlight';
import { IconChecklist, IconList, IconPencil, IconSearch } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { api } from '../api/client.ts';
import { queryKeys } from '../api/query-keys.ts';
import { may, useMe } from '../api/session.ts';
import { stepsOf, titleOf, wordsOf } from '../instances/instance-words.ts';
import { destinationsOf } from './destinations.ts';
import styles from './search.module.css';

const [store, { open }] = createSpotlight();
const AT_MOST = 6;

/** What is found on the server for these words. */
function useFound(words: string) {
  const query = { limit: AT_MOST, ...(words ? { search: words } : {}) };
  const processes = useQuery({
    queryKey: [...queryKeys.processes, 'search', words],
    queryFn: ({ signal }) => api.listProcesses({ query, signal }),
    placeholderData: keepPreviousData,
  });
  const mine = useQuery({
    queryKey: [...queryKeys.tasks, 'search', words],
    queryFn: ({ signal }) => api.listTasks({ query: { ...query, view: 'mine', status: 'todo' }, signal }),
    placeholderData: keepPreviousData,
  });
  const instances = useQuery({
    queryKey: [...queryKeys.instances, 'search', words],
    queryFn: ({ signal }) => api.listInstances({ query, signal }),
    enabled: words !== '',
    placeholderData: keepPreviousData,
  });
  return { processes: processes.data?.items ?? [], tasks: mine.data?.items ?? [], instances: words ? (instances.data?.items ?? []) : [] };
}

/** Ctrl K: pages, processes, instances by their key, and my tasks. Mounted only while it is open. */
export function Search({ onClose }: { onClose: () => void }) {
  const me = useMe();
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const [words] = useDebouncedValue(typed.trim(), 150);
  const found = useFound(words);
  const isDesigner = may(me, 'process:design');
  useEffect(() => open(), []);
  const actions: SpotlightActionGroupData[] = [
    {
      group: 'My tasks',
      actions: found.tasks.map((task) => ({
        id: `task-${task.id}`,
        label: task.name,
        description: [task.processName, task.businessKey].filter(Boolean).join(' · '),
        keywords: typed,
        leftSection: <IconChecklist className="icon-large" />,
        onClick: () => void navigate({ to: '/inbox/$taskId', params: { taskId: task.id } }),
      })),
    },
    {
      group: 'Processes',
      actions: found.processes.map((process) => ({
        id: `process-${process.key}`,
        label: process.name,
        keywords: typed,
        description: isDesigner ? 'Open in the designer' : 'Its instances',
        leftSection: <IconPencil className="icon-large" />,
        onClick: () =>
          void (isDesigner
            ? navigate({ to: '/processes/$processKey', params: { processKey: process.key } })
            : navigate({ to: '/instances', search: { processKey: process.key } })),
      })),
    },
    {
      group: 'Instances',
      actions: found.instances.map((instance) => ({
        id: `instance-${instance.id}`,
        label: titleOf(instance),
        keywords: typed,
        description: [instance.processName, wordsOf(instance).words, stepsOf(instance)].filter(Boolean).join(' · '),
        leftSection: <IconList className="icon-large" />,
        onClick: () => void navigate({ to: '/instances/$instanceId', params: { instanceId: instance.id } }),
      })),
    },
    {
      group: 'Go to',
      actions: destinationsOf(me).map(({ id, to, label, icon: Icon }) => ({
        id,
        label,
        leftSection: <Icon className="icon-large" />,
        onClick: () => void navigate({ to }),
      })),
    },
  ];
  return (
    <Spotlight
      store={store}
      shortcut={null}
      actions={actions}
      query={typed}
      onQueryChange={setTyped}
      onSpotlightClose={onClose}
      nothingFound="Nothing found. Try another word."
      highlightQuery
      centered={false}
      yOffset="12dvh"
      size={600}
      overlayProps={{ blur: 0, backgroundOpacity: 0.4 }}
      classNames={{ action: styles.action ?? '', actionsGroup: styles.group ?? '' }}
      attributes={{ content: { 'aria-label': 'Search' } }}
      limit={20}
      searchProps={{
        leftSection: <IconSearch className="icon-large" />,
        placeholder: 'Search tasks, processes, instances and pages',
        'aria-label': 'Search tasks, processes, instances and pages',
      }}
    />
  );
}
