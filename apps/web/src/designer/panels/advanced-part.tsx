import { ELEMENTS, type Element } from '@baton/model';
import { TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import styles from './panels.module.css';

/** What developers ask for: the id and the standard's word. */
export const AdvancedPart = ({ element, children }: { readonly element: Element; readonly children?: ReactNode }) => (
  <div className={styles.stack}>
    {children}
    <TextInput size="xs" label="Id" description="How the API and the log call it. It never changes." value={element.id} readOnly />
    <TextInput size="xs" label="BPMN element" value={ELEMENTS[element.type].standardName} readOnly />
  </div>
);
