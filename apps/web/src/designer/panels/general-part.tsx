import { ELEMENTS, type Element } from '@baton/model';
import type { ReactNode } from 'react';
import { useDesigner } from '../use-designer.ts';
import { CommitField } from './commit-field.tsx';
import styles from './panels.module.css';
import { useElementEdit } from './use-element-edit.ts';

/** Name and notes: what every element has. `children` stand between the two. */
export function GeneralPart({ element, children }: { readonly element: Element; readonly children?: ReactNode }) {
  const designer = useDesigner();
  const set = useElementEdit(element.id);
  return (
    <div className={styles.stack}>
      <CommitField label="Name" value={element.name ?? ''} onCommit={(name) => designer.rename(element.id, name)} placeholder={ELEMENTS[element.type].label} />
      {children}
      <CommitField
        label="Notes"
        value={element.documentation ?? ''}
        onCommit={(documentation) => set({ documentation })}
        isMultiline
        placeholder="What somebody should know about this step"
      />
      <p className={styles.hint}>{ELEMENTS[element.type].description}</p>
    </div>
  );
}
