import type { ActiveElement, Instance, InstanceView } from '@baton/contract';
import { Button } from '@mantine/core';
import { IconBan, IconRefresh } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { may, useMe } from '../api/session.ts';
import { StatusChip } from '../ui/status-chip.tsx';
import { CancelDialog } from './actions/cancel-dialog.tsx';
import { CopyLink } from './actions/copy-link.tsx';
import { useRetry } from './actions/use-retry.ts';
import type { GraphWords } from './graph-words.ts';
import styles from './instance-header.module.css';
import { mayOpenTask } from './may-open-task.ts';
import { howLong, instanceStatus } from './words/instance-status.ts';
import { sayMoment } from './words/when.ts';

export const titleOf = ({ businessKey, processName }: Pick<Instance, 'businessKey' | 'processName'>) => businessKey ?? processName;

interface InstanceHeaderProps {
  readonly instance: Instance;
  readonly view: InstanceView;
  readonly words: GraphWords;
  readonly now: number;
}

/** What it is, how it stands, and what can be done about it as a whole. */
export function InstanceHeader({ instance, view, words, now }: InstanceHeaderProps) {
  const { status, words: said } = instanceStatus(view, now, words);
  return (
    <header className={styles.header}>
      <div className={styles.text}>
        <div className={styles.title}>
          <h1 className="cut">{titleOf(instance)}</h1>
          <StatusChip status={status} size="large">
            {said}
          </StatusChip>
        </div>
        <p className={styles.meta}>
          <span>
            {instance.processName} v{instance.version}
          </span>
          <span>
            Started {sayMoment(Date.parse(instance.startedAt), now)} by {instance.startedBy.name}
          </span>
          <span className="numeric">{howLong(view, now)}</span>
        </p>
      </div>
      <Actions instance={instance} view={view} />
    </header>
  );
}

function Actions({ instance, view }: Pick<InstanceHeaderProps, 'instance' | 'view'>) {
  const me = useMe();
  const retry = useRetry();
  const [isCancelling, setIsCancelling] = useState(false);
  const active = Object.values(view.active);
  const taskId = active.map((element) => taskFor(me, element)).find((id) => id !== null);
  const incident = may(me, 'incident:operate') ? active.find((element) => element.incident)?.incident : null;
  return (
    <div className={styles.actions}>
      <CopyLink />
      {view.status === 'active' && may(me, 'instance:operate') && (
        <Button variant="subtle" color="gray" leftSection={<IconBan className="icon" aria-hidden="true" />} onClick={() => setIsCancelling(true)}>
          Cancel
        </Button>
      )}
      {incident && (
        <Button
          variant={taskId ? 'default' : 'filled'}
          leftSection={<IconRefresh className="icon" aria-hidden="true" />}
          loading={retry.isPending}
          onClick={() => retry.mutate(incident.id)}
        >
          Retry
        </Button>
      )}
      {taskId && <Button renderRoot={(props) => <Link to="/t/$taskId" params={{ taskId }} {...props} />}>Open task</Button>}
      {isCancelling && <CancelDialog instanceId={instance.id} title={titleOf(instance)} onClose={() => setIsCancelling(false)} />}
    </div>
  );
}

/** The task a step waits for, if I may open it. */
export const taskFor = (me: Parameters<typeof mayOpenTask>[0], { waitingFor }: ActiveElement): string | null =>
  waitingFor?.kind === 'person' && mayOpenTask(me, waitingFor) ? waitingFor.taskId : null;
