import { Button } from '@mantine/core';
import { IconSquarePlus, IconUpload } from '@tabler/icons-react';
import { Key } from '../ui/key.tsx';
import styles from './empty-processes.module.css';
import type { NewProcessWay } from './new-process-dialog.tsx';
import { TemplateCards } from './template-cards.tsx';

/** Before the first process: three that already run. */
export function EmptyProcesses({ onNew }: { onNew: (way: NewProcessWay) => void }) {
  return (
    <div className={styles.hero}>
      <header>
        <h1>Start with a process that already runs</h1>
        <p>Pick a template. You get your own copy, ready to try in one minute. Change anything later.</p>
      </header>
      <TemplateCards />
      <div className={styles.or}>
        <span className="muted">Or begin another way</span>
        <Button variant="default" leftSection={<IconSquarePlus className="icon" />} rightSection={<Key>N</Key>} onClick={() => onNew('blank')}>
          Blank process
        </Button>
        <Button variant="default" leftSection={<IconUpload className="icon" />} onClick={() => onNew('import')}>
          Import JSON file
        </Button>
      </div>
    </div>
  );
}
