import type { ProcessSummary } from '@baton/contract';
import { IconAlertTriangle } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { may, useMe } from '../api/session.ts';
import { classNames } from '../theme/class-names.ts';
import { figure } from '../ui/counted.ts';
import table from '../ui/table.module.css';
import { exactlyWhen, whenOf } from '../ui/when.ts';
import { ProcessActions } from './process-actions.tsx';
import { ProcessStatus } from './process-status.tsx';
import styles from './process-table.module.css';

interface ProcessTableProps {
  readonly processes: readonly ProcessSummary[];
  readonly onStart: (processKey: string) => void;
  readonly onDelete: (process: ProcessSummary) => void;
}

function ProcessName({ process }: { process: ProcessSummary }) {
  const mayDesign = may(useMe(), 'process:design');
  return mayDesign ? (
    <Link className={table.cover} to="/processes/$processKey" params={{ processKey: process.key }} data-row={process.key}>
      {process.name}
    </Link>
  ) : (
    <Link className={table.cover} to="/instances" search={{ processKey: process.key }} data-row={process.key}>
      {process.name}
    </Link>
  );
}

function NeedsAttention({ process }: { process: ProcessSummary }) {
  if (process.needsAttention === 0) return null;
  return (
    <Link
      className={classNames(table.bad, table.above)}
      to="/instances"
      search={{ processKey: process.key, show: 'attention' }}
      aria-label={`${process.needsAttention} of ${process.name} need attention`}
    >
      <IconAlertTriangle className="icon" aria-hidden="true" />
      {figure(process.needsAttention)}
    </Link>
  );
}

export function ProcessTable({ processes, onStart, onDelete }: ProcessTableProps) {
  return (
    <div className={classNames(table.card, styles.scroll)}>
      <table className={classNames(table.table, styles.table)}>
        <thead>
          <tr>
            <th>Name</th>
            <th>Status</th>
            <th className={table.right}>Running</th>
            <th className={table.right}>Needs attention</th>
            <th className={styles.owner}>Owner</th>
            <th>Changed</th>
            <th>
              <span className="visually-hidden">Actions</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {processes.map((process) => (
            <tr key={process.key} className={table.row}>
              <td className={table.name}>
                <ProcessName process={process} />
              </td>
              <td>
                <ProcessStatus process={process} />
              </td>
              <td className={classNames(table.right, process.running === 0 && table.zero)}>{figure(process.running)}</td>
              <td className={table.right}>
                <NeedsAttention process={process} />
              </td>
              <td className={classNames('muted', styles.owner)}>{process.owner?.name}</td>
              <td className={classNames('muted', table.time)} title={exactlyWhen(process.changedAt)}>
                {whenOf(process.changedAt)}
              </td>
              <td className={styles.actions}>
                <ProcessActions process={process} onStart={onStart} onDelete={onDelete} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
