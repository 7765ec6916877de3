import { Modal } from '@mantine/core';
import { FilterTabs } from '../ui/filter-tabs.tsx';
import { BlankPanel } from './blank-panel.tsx';
import { ImportPanel } from './import-panel.tsx';
import styles from './new-process-dialog.module.css';
import { TemplateCards } from './template-cards.tsx';

export type NewProcessWay = 'template' | 'blank' | 'import';

const WAYS = [
  { value: 'template', label: 'From a template' },
  { value: 'blank', label: 'Blank' },
  { value: 'import', label: 'Import JSON' },
] as const;

const PANELS = { template: () => <TemplateCards isCompact />, blank: BlankPanel, import: ImportPanel };

interface NewProcessDialogProps {
  readonly way: NewProcessWay;
  readonly onWay: (way: NewProcessWay) => void;
  readonly onClose: () => void;
}

export function NewProcessDialog({ way, onWay, onClose }: NewProcessDialogProps) {
  const Panel = PANELS[way];
  return (
    <Modal opened onClose={onClose} title="New process" size={920}>
      <FilterTabs label="How to begin" tabs={WAYS} value={way} onChange={onWay} />
      <div className={styles.panel}>
        <Panel />
      </div>
    </Modal>
  );
}
