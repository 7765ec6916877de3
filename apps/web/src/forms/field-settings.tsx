import { FIELD_TYPES, type FieldType, type FormField, VARIABLE_NAME, type VariableDeclaration } from '@baton/model';
import { NativeSelect, Switch } from '@mantine/core';
import '@mantine/core/styles/Switch.layer.css';
import { IconChevronDown } from '@tabler/icons-react';
import { useId } from 'react';
import { CheckedText, LimitText } from './checked-text.tsx';
import type { FieldChange } from './edit-form.ts';
import { FIELD_KINDS } from './field-icons.ts';
import styles from './form-editor.module.css';
import { OptionsText } from './options-text.tsx';

interface FieldSettingsProps {
  readonly field: FormField;
  readonly takenKeys: readonly string[];
  readonly variables: readonly VariableDeclaration[];
  readonly onRename: (label: string) => void;
  readonly onRetype: (type: FieldType) => void;
  readonly onChange: (change: FieldChange) => void;
}

const chevron = <IconChevronDown className="icon" aria-hidden />;
const WIDTHS = [
  { value: '12', label: 'Full' },
  { value: '8', label: '2/3' },
  { value: '6', label: 'Half' },
  { value: '4', label: '1/3' },
  { value: '3', label: '1/4' },
];

/** All of one field, in the width of the designer's panel. */
export function FieldSettings({ field, takenKeys, variables, onRename, onRetype, onChange }: FieldSettingsProps) {
  const listId = useId();
  const keyProblem = (key: string) => {
    if (!VARIABLE_NAME.test(key)) return 'Letters, digits and _, beginning with a letter.';
    return takenKeys.includes(key) ? 'Another field of this form has this name.' : null;
  };
  const hasRange = field.type === 'number' || field.type === 'money';
  return (
    <div className={styles.settings}>
      <CheckedText
        label="Label"
        value={field.label}
        problemOf={(text) => (text.trim() ? null : 'A field needs a label: it is what people read.')}
        onCommit={onRename}
      />
      <div className={styles.pair}>
        <NativeSelect
          size="xs"
          label="Type"
          rightSection={chevron}
          value={field.type}
          data={FIELD_TYPES.map((type) => ({ value: type, label: FIELD_KINDS[type].label }))}
          onChange={(event) => {
            const type = FIELD_TYPES.find((candidate) => candidate === event.currentTarget.value);
            if (type) onRetype(type);
          }}
        />
        <NativeSelect
          size="xs"
          label="Width"
          rightSection={chevron}
          value={String(field.width ?? 12)}
          data={
            WIDTHS.some(({ value }) => value === String(field.width ?? 12))
              ? WIDTHS
              : [...WIDTHS, { value: String(field.width), label: `${field.width} of 12` }]
          }
          onChange={(event) => onChange({ width: event.currentTarget.value === '12' ? undefined : Number(event.currentTarget.value) })}
        />
      </div>
      <CheckedText
        label="Variable"
        hint="Where the answer is kept."
        value={field.key}
        list={listId}
        problemOf={keyProblem}
        onCommit={(key) => onChange({ key })}
      />
      <datalist id={listId}>
        {variables.map(({ name, label }) => (
          <option key={name} value={name}>
            {label ?? name}
          </option>
        ))}
      </datalist>
      <CheckedText
        label="Hint"
        hint="A line below the field."
        value={field.hint ?? ''}
        problemOf={() => null}
        onCommit={(hint) => onChange({ hint: hint || undefined })}
      />
      {field.type === 'choice' && <OptionsText options={field.options} onCommit={(options) => onChange({ options })} />}
      {hasRange && (
        <div className={styles.pair}>
          <LimitText label="At least" value={field.min} onCommit={(min) => onChange({ min })} />
          <LimitText label="At most" value={field.max} onCommit={(max) => onChange({ max })} />
        </div>
      )}
      {field.type === 'money' && (
        <CheckedText
          label="Currency"
          value={field.currency ?? ''}
          problemOf={(text) => (/^([A-Z]{3})?$/.test(text.toUpperCase()) ? null : 'Three letters, such as EUR.')}
          onCommit={(currency) => onChange({ currency: currency.toUpperCase() || undefined })}
        />
      )}
      <CheckedText
        label="First value"
        hint="A value, or FEEL beginning with =."
        value={field.value ?? ''}
        problemOf={() => null}
        onCommit={(value) => onChange({ value: value || undefined })}
      />
      <div className={styles.switches}>
        <Switch
          size="xs"
          label="Has to be filled in"
          checked={field.required ?? false}
          disabled={field.readOnly ?? false}
          onChange={(event) => onChange({ required: event.currentTarget.checked || undefined })}
        />
        <Switch
          size="xs"
          label="Only shown, not changed"
          checked={field.readOnly ?? false}
          onChange={(event) =>
            onChange({ readOnly: event.currentTarget.checked || undefined, ...(event.currentTarget.checked ? { required: undefined } : {}) })
          }
        />
      </div>
    </div>
  );
}
