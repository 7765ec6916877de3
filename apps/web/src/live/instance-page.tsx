import { graphSchema } from '@baton/model';
import { Button } from '@mantine/core';
import { IconAlertTriangle, IconLock, IconMapQuestion } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { isProblem, sentenceOf } from '../api/api-problem.ts';
import { api } from '../api/client.ts';
import { queryKeys } from '../api/query-keys.ts';
import { usePage } from '../frame/page-state.ts';
import { Notice } from '../ui/notice.tsx';
import { graphWords } from './graph-words.ts';
import { titleOf } from './instance-header.tsx';
import { InstanceSkeleton } from './instance-skeleton.tsx';
import { LiveInstance } from './live-instance.tsx';
import { useInstanceLive } from './state/use-instance-live.ts';

const route = getRouteApi('/signed-in/frame/instances/$instanceId');

/** One instance, live. */
export function InstancePage() {
  const { instanceId } = route.useParams();
  return <Loaded key={instanceId} id={instanceId} />;
}

function Loaded({ id }: { id: string }) {
  const instance = useQuery({ queryKey: queryKeys.instance(id), queryFn: ({ signal }) => api.getInstance({ params: { id }, signal }) });
  const graph = useQuery({
    queryKey: [...queryKeys.instance(id), 'graph'],
    queryFn: async ({ signal }) => graphSchema.parse(await api.getGraph({ params: { id }, signal })),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const state = useInstanceLive(id);
  const words = useMemo(() => graph.data && graphWords(graph.data), [graph.data]);
  usePage([{ label: 'Instances', to: '/instances' }, ...(instance.data ? crumbsOf(instance.data) : [{ label: 'Instance' }])]);

  const retry = () => {
    void instance.refetch();
    void graph.refetch();
  };
  const error = instance.error ?? graph.error;
  if (error) return <NotShown error={error} onRetry={retry} />;
  if (!instance.data || !words || !state) return <InstanceSkeleton />;
  return <LiveInstance instance={instance.data} words={words} state={state} />;
}

const crumbsOf = (instance: Parameters<typeof titleOf>[0]) =>
  instance.businessKey ? [{ label: instance.processName }, { label: instance.businessKey }] : [{ label: titleOf(instance) }];

const toInstances = (
  <Button variant="default" renderRoot={(props) => <Link to="/instances" {...props} />}>
    All instances
  </Button>
);

function NotShown({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  if (isProblem(error, 'not-found', 'request-invalid'))
    return (
      <Notice as="h1" icon={<IconMapQuestion className="icon-large" />} title="There is no such instance" actions={toInstances}>
        The address may be mistyped, or the instance isn’t shown to you: only those who take part in it and operators see it.
      </Notice>
    );
  if (isProblem(error, 'not-allowed'))
    return (
      <Notice as="h1" icon={<IconLock className="icon-large" />} title="You may not see this instance" actions={toInstances}>
        It is shown to those who started it, who have a task in it, and to operators. Ask one of them if you need to look.
      </Notice>
    );
  return (
    <Notice
      as="h1"
      tone="attention"
      icon={<IconAlertTriangle className="icon-large" />}
      title="This instance couldn’t be shown"
      actions={<Button onClick={onRetry}>Try again</Button>}
    >
      {sentenceOf(error)}
    </Notice>
  );
}
