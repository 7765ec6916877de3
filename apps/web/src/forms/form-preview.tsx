import type { Form } from '@baton/model';
import { useId, useState } from 'react';
import styles from './form-editor.module.css';
import { FormFields } from './form-fields.tsx';
import { type FormValues, initialValues } from './form-values.ts';

/** The form as people will see it, to be tried out. What is typed here stays while the fields change, and goes nowhere. */
export function FormPreview({ form }: { readonly form: Form }) {
  const [typed, setTyped] = useState<FormValues>({});
  const id = useId();
  return (
    <section className={styles.preview} aria-label="Preview of the form">
      <h4>Preview</h4>
      <FormFields
        form={form}
        values={{ ...initialValues(form, {}), ...typed }}
        idPrefix={id}
        locale={navigator.language}
        onChange={(key, value) => setTyped((values) => ({ ...values, [key]: value }))}
      />
    </section>
  );
}
