import { ActionIcon, Button, Menu, Tooltip } from '@mantine/core';
import { IconDotsVertical, IconFileExport, IconFileImport, IconPlayerPlay } from '@tabler/icons-react';
import { useRef } from 'react';
import { ToolIcon } from '../canvas/tool-icon.tsx';
import { TopBarTools } from '../frame/top-bar-slot.tsx';
import styles from './designer-bar.module.css';
import { downloadGraph, readGraphFile } from './graph-file.ts';
import { NameField } from './name-field.tsx';
import { SaveStatus } from './save-status.tsx';
import { useDesigner, useDesignerState } from './use-designer.ts';

interface DesignerBarProps {
  readonly canPublish: boolean;
  readonly canStart: boolean;
  readonly onPublish: () => void;
  readonly onStart: () => void;
}

/** Name, what is saved, undo and redo, start and publish: in the frame's top bar. */
export function DesignerBar({ canPublish, canStart, onPublish, onStart }: DesignerBarProps) {
  const designer = useDesigner();
  const undoLabel = useDesignerState((state) => state.undoLabel);
  const redoLabel = useDesignerState((state) => state.redoLabel);
  return (
    <TopBarTools>
      <div className={styles.bar}>
        <span className={styles.slash} aria-hidden="true">
          /
        </span>
        <NameField />
        <SaveStatus />
        <span className={styles.space} />
        <Tooltip label={undoLabel ? `Undo: ${undoLabel}` : 'Nothing to undo'}>
          <ActionIcon aria-label={undoLabel ? `Undo: ${undoLabel}` : 'Undo'} disabled={undoLabel === null} onClick={designer.undo}>
            <ToolIcon name="undo" />
          </ActionIcon>
        </Tooltip>
        <Tooltip label={redoLabel ? `Redo: ${redoLabel}` : 'Nothing to redo'}>
          <ActionIcon aria-label={redoLabel ? `Redo: ${redoLabel}` : 'Redo'} disabled={redoLabel === null} onClick={designer.redo}>
            <ToolIcon name="redo" />
          </ActionIcon>
        </Tooltip>
        <FileMenu />
        {canStart && (
          <Button variant="default" leftSection={<IconPlayerPlay className="icon" aria-hidden />} onClick={onStart}>
            Start
          </Button>
        )}
        {canPublish && <Button onClick={onPublish}>Publish</Button>}
      </div>
    </TopBarTools>
  );
}

function FileMenu() {
  const designer = useDesigner();
  const inputRef = useRef<HTMLInputElement>(null);
  const importFile = async (file: File | undefined) => {
    if (!file) return;
    const read = await readGraphFile(file, designer.getState().graph);
    if (!read.ok) return designer.say(read.message);
    designer.select([]);
    designer.session.replace(read.graph, 'Import');
    designer.say(`Imported ${read.graph.elements.length} elements. Undo brings the old drawing back.`);
  };
  return (
    <>
      <Menu>
        <Menu.Target>
          <ActionIcon aria-label="More">
            <IconDotsVertical className="icon-large" aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconFileExport className="icon" aria-hidden />} onClick={() => downloadGraph(designer.getState().graph)}>
            Export JSON
          </Menu.Item>
          <Menu.Item leftSection={<IconFileImport className="icon" aria-hidden />} onClick={() => inputRef.current?.click()}>
            Import JSON …
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <input
        ref={inputRef}
        type="file"
        hidden
        accept="application/json,.json"
        aria-label="JSON file to import"
        onChange={(event) => {
          void importFile(event.currentTarget.files?.[0]);
          event.currentTarget.value = '';
        }}
      />
    </>
  );
}
