import { type Element, type Form, formOf } from '@baton/model';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { FormEditor } from '../../forms/form-editor.tsx';
import { variablesAfterForm } from '../known-variables.ts';
import { useDesigner, useDesignerState } from '../use-designer.ts';
import styles from './panels.module.css';

const QUIET_MS = 500;
const NO_FORM: Form = { fields: [] };

/** The form of a step. What is typed is written when the hand rests, as one undo step, and declares its variables. */
export function FormPart({ element, hint }: { readonly element: Element; readonly hint: string }) {
  const designer = useDesigner();
  const variables = useDesignerState((state) => state.graph.variables);
  const saved = formOf(element) ?? NO_FORM;
  const [form, setForm] = useState(saved);
  const pending = useRef<{ form: Form; timer: ReturnType<typeof setTimeout> } | null>(null);

  const write = useEffectEvent(() => {
    if (!pending.current) return;
    clearTimeout(pending.current.timer);
    const next = pending.current.form;
    pending.current = null;
    const { graph } = designer.getState();
    designer.run(
      { type: 'setProperties', id: element.id, properties: { form: next.fields.length ? next : null } },
      { type: 'setGraphProperties', variables: variablesAfterForm(graph, element.id, next) },
    );
  });
  useEffect(() => {
    if (!pending.current) setForm(saved);
  }, [saved]);
  useEffect(() => () => write(), []);

  const onChange = (next: Form) => {
    setForm(next);
    clearTimeout(pending.current?.timer);
    pending.current = { form: next, timer: setTimeout(() => write(), QUIET_MS) };
  };
  return (
    <div className={styles.stack}>
      <p className={styles.hint}>{hint}</p>
      <FormEditor form={form} variables={variables ?? []} onChange={onChange} />
    </div>
  );
}
