import type { Instance } from '@baton/contract';
import { Link } from '@tanstack/react-router';
import { classNames } from '../theme/class-names.ts';
import { StatusChip } from '../ui/status-chip.tsx';
import table from '../ui/table.module.css';
import { useNow } from '../ui/use-now.ts';
import { exactlyWhen, howLong, whenOf } from '../ui/when.ts';
import { stepsOf, titleOf, wordsOf } from './instance-words.ts';
import styles from './instances-table.module.css';

function InstanceRow({ instance, hasProcess, now }: { instance: Instance; hasProcess: boolean; now: number }) {
  const { status, words } = wordsOf(instance);
  const until = instance.endedAt ? Date.parse(instance.endedAt) : now;
  return (
    <tr className={table.row}>
      <td className={table.name}>
        <Link
          className={classNames(table.cover, !instance.businessKey && styles.id)}
          to="/instances/$instanceId"
          params={{ instanceId: instance.id }}
          data-row={instance.id}
        >
          {titleOf(instance)}
        </Link>
      </td>
      {hasProcess && (
        <td className={styles.process} title={`${instance.processName} v${instance.version}`}>
          {instance.processName} <span className="muted">v{instance.version}</span>
        </td>
      )}
      <td className={styles.status}>
        <StatusChip status={status}>{words}</StatusChip>
      </td>
      <td className={styles.step} title={stepsOf(instance)}>
        {stepsOf(instance)}
      </td>
      <td className={classNames('muted', styles.who)} title={instance.startedBy.name}>
        {instance.startedBy.name}
      </td>
      <td className={classNames('muted', table.time, styles.when)} title={exactlyWhen(instance.startedAt)}>
        {whenOf(instance.startedAt)}
      </td>
      <td className={classNames(table.right, styles.took)}>{howLong(until - Date.parse(instance.startedAt))}</td>
    </tr>
  );
}

interface InstancesTableProps {
  readonly instances: readonly Instance[];
  /** Of several processes: say which. */
  readonly hasProcess: boolean;
}

export function InstancesTable({ instances, hasProcess }: InstancesTableProps) {
  const now = useNow();
  return (
    <div className={classNames(table.card, styles.scroll)}>
      <table className={classNames(table.table, styles.table)}>
        <thead>
          <tr>
            <th>Business key</th>
            {hasProcess && <th>Process</th>}
            <th>Status</th>
            <th>Step</th>
            <th>Started by</th>
            <th aria-sort="descending">Started</th>
            <th className={table.right}>Duration</th>
          </tr>
        </thead>
        <tbody>
          {instances.map((instance) => (
            <InstanceRow key={instance.id} instance={instance} hasProcess={hasProcess} now={now} />
          ))}
        </tbody>
      </table>
    </div>
  );
}
