import type { FormField } from '@baton/model';
import type { ReactNode } from 'react';
import type { FieldValue } from './form-values.ts';

/** What every control of a field gets. */
export interface FieldControlProps {
  readonly field: FormField;
  readonly id: string;
  readonly value: FieldValue;
  readonly locale: string;
  readonly label: ReactNode;
  readonly hint: ReactNode;
  readonly error: ReactNode;
  readonly onChange: (value: FieldValue) => void;
}

/** Height and size of type come from where the form stands (page, pane, phone); see form.module.css. */
export const FIELD_STYLES = {
  input: { minHeight: 'var(--field-height, 36px)', fontSize: 'var(--field-font, 14px)', lineHeight: 'var(--field-line, 20px)', color: 'var(--text)' },
} as const;

/** Hint and error below the control, where they are read after it. */
export const WRAPPER_ORDER: ('label' | 'input' | 'description' | 'error')[] = ['label', 'input', 'description', 'error'];

/** What every single control of Mantine's takes the same way: its id, words around it, and whether it must be filled in. */
export const controlProps = ({ field, id, label, hint, error }: FieldControlProps) => ({
  id,
  label,
  description: hint,
  error,
  inputWrapperOrder: WRAPPER_ORDER,
  styles: FIELD_STYLES,
  'aria-required': field.required ?? false,
});
