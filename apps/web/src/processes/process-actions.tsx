import type { ProcessSummary } from '@baton/contract';
import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconCopy, IconDots, IconDownload, IconList, IconPlayerPlay, IconTrash } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { may, useMe } from '../api/session.ts';
import table from '../ui/table.module.css';
import styles from './process-actions.module.css';
import { useProcessActions } from './use-process-actions.ts';

interface ProcessActionsProps {
  readonly process: ProcessSummary;
  readonly onStart: (processKey: string) => void;
  readonly onDelete: (process: ProcessSummary) => void;
}

/** What can be done with a process, at the end of its row. */
export function ProcessActions({ process, onStart, onDelete }: ProcessActionsProps) {
  const mayDesign = may(useMe(), 'process:design');
  const { duplicate, exportGraph } = useProcessActions();
  return (
    <div className={table.actions}>
      <span className={styles.shown}>
        {process.isStartable && (
          <Button
            size="xs"
            variant="default"
            leftSection={<IconPlayerPlay className="icon" />}
            aria-label={`Start ${process.name}`}
            onClick={() => onStart(process.key)}
          >
            Start
          </Button>
        )}
        {mayDesign && (
          <Button
            size="xs"
            variant="default"
            aria-label={`Open ${process.name}`}
            renderRoot={(props) => <Link to="/processes/$processKey" params={{ processKey: process.key }} {...props} />}
          >
            Open
          </Button>
        )}
      </span>
      <Menu width={220}>
        <Menu.Target>
          <ActionIcon size={28} aria-label={`More for ${process.name}`}>
            <IconDots className="icon" />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<IconList className="icon" />}
            renderRoot={(props) => <Link to="/instances" search={{ processKey: process.key }} {...props} />}
          >
            Show its instances
          </Menu.Item>
          {mayDesign && (
            <Menu.Item leftSection={<IconCopy className="icon" />} onClick={() => duplicate.mutate(process)}>
              Duplicate
            </Menu.Item>
          )}
          {mayDesign && (
            <Menu.Item leftSection={<IconDownload className="icon" />} onClick={() => exportGraph.mutate(process)}>
              Export as JSON
            </Menu.Item>
          )}
          {mayDesign && process.version === null && (
            <>
              <Menu.Divider />
              <Menu.Item leftSection={<IconTrash className="icon" />} color="red" onClick={() => onDelete(process)}>
                Delete draft
              </Menu.Item>
            </>
          )}
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}
