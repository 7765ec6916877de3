import type { Incident } from '@baton/contract';
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { titleOf } from '../instances/instance-words.ts';
import { classNames } from '../theme/class-names.ts';
import { figure } from '../ui/counted.ts';
import table from '../ui/table.module.css';
import { exactlyWhen, whenOf } from '../ui/when.ts';
import styles from './affected-table.module.css';

const AT_FIRST = 20;

interface AffectedTableProps {
  readonly incidents: readonly Incident[];
  readonly onRetry?: (incident: Incident) => void;
}

/** The instances a cause holds up, the newest first. */
export function AffectedTable({ incidents, onRetry }: AffectedTableProps) {
  const [isWhole, setIsWhole] = useState(false);
  const shown = isWhole ? incidents : incidents.slice(0, AT_FIRST);
  return (
    <>
      <div className={table.card}>
        <table className={table.table}>
          <thead>
            <tr>
              <th>Business key</th>
              <th className={styles.version}>Version</th>
              <th>Failed</th>
              <th>
                <span className="visually-hidden">Actions</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((incident) => (
              <tr key={incident.id} className={table.row}>
                <td className={table.name}>
                  <Link className={table.cover} to="/instances/$instanceId" params={{ instanceId: incident.instanceId }}>
                    {titleOf({ id: incident.instanceId, businessKey: incident.businessKey })}
                  </Link>
                </td>
                <td className={classNames('muted', styles.version)}>{incident.version}</td>
                <td className={classNames('muted', table.time)} title={exactlyWhen(incident.raisedAt)}>
                  {whenOf(incident.raisedAt)}
                </td>
                <td className={table.right}>
                  {onRetry && (
                    <div className={table.actions}>
                      <Button size="xs" variant="default" onClick={() => onRetry(incident)}>
                        Retry
                      </Button>
                    </div>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {shown.length < incidents.length && (
        <Button variant="default" mt={8} onClick={() => setIsWhole(true)}>
          Show all {figure(incidents.length)}
        </Button>
      )}
    </>
  );
}
