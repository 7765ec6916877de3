import type { Form, FormField } from '@baton/model';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { CSSProperties } from 'react';
import { FIELD_CONTROLS } from './field-controls.ts';
import type { FieldError } from './field-errors.ts';
import { fieldId } from './focus-field.ts';
import styles from './form.module.css';
import type { FieldValue, FormValues } from './form-values.ts';
import { shownValue } from './shown-value.ts';

export interface FormFieldsProps {
  readonly form: Form;
  readonly values: FormValues;
  readonly errors?: readonly FieldError[];
  /** Begins the ids of the fields; two forms on a page have two of them. */
  readonly idPrefix: string;
  readonly locale: string;
  /** Everything is only shown. */
  readonly isReadOnly?: boolean;
  readonly onChange?: (key: string, value: FieldValue) => void;
}

/** A sentence at the field, with the sign that says it without colour. */
export const FieldErrorText = ({ sentence }: { readonly sentence: string }) => (
  <span className={styles.error}>
    <IconAlertTriangle className="icon" aria-hidden />
    {sentence}
  </span>
);

const labelOf = ({ label, required }: FormField) => (
  <>
    {label}
    {required ? null : <span className={styles.optional}> optional</span>}
  </>
);

function OneField({
  field,
  value,
  error,
  idPrefix,
  locale,
  isReadOnly,
  onChange,
}: Omit<FormFieldsProps, 'form' | 'values' | 'errors'> & { field: FormField; value: FieldValue; error: FieldError | undefined }) {
  if (isReadOnly || field.readOnly) {
    return (
      <div className={styles.shown}>
        <div className={styles.shownLabel}>{field.label}</div>
        <div className={styles.shownValue}>{shownValue(field, value, locale)}</div>
      </div>
    );
  }
  const Control = FIELD_CONTROLS[field.type];
  return (
    <Control
      field={field}
      id={fieldId(idPrefix, field.key)}
      value={value}
      locale={locale}
      label={labelOf(field)}
      hint={field.hint}
      error={error && <FieldErrorText sentence={error.sentence} />}
      onChange={(changed) => onChange?.(field.key, changed)}
    />
  );
}

/** The one renderer of forms: task, start form and the designer's preview show the same. */
export function FormFields({ form, values, errors = [], ...rest }: FormFieldsProps) {
  return (
    <div className={styles.container}>
      <div className={styles.grid}>
        {form.fields.map((field) => (
          <div key={field.key} className={styles.cell} style={{ '--columns': field.width ?? 12 } as CSSProperties}>
            <OneField {...rest} field={field} value={values[field.key] ?? null} error={errors.find(({ key }) => key === field.key)} />
          </div>
        ))}
      </div>
    </div>
  );
}
