import { NativeSelect, Radio } from '@mantine/core';
import '@mantine/core/styles/Radio.layer.css';
import { IconChevronDown } from '@tabler/icons-react';
import { FIELD_STYLES, type FieldControlProps, WRAPPER_ORDER } from './field-control.ts';
import styles from './form.module.css';

interface Choice {
  readonly value: string;
  readonly label: string;
}

/** A few short ones are seen at once; more go into a list. */
const RADIOS_UP_TO = 4;
const isShort = (choices: readonly Choice[]) => choices.length <= RADIOS_UP_TO && choices.every(({ label }) => label.length <= 24);

type RadiosProps = Omit<FieldControlProps, 'value' | 'onChange'> & {
  readonly choices: readonly Choice[];
  readonly chosen: string | null;
  readonly onChoose: (value: string) => void;
};

function Radios({ field, id, label, hint, error, choices, chosen, onChoose }: RadiosProps) {
  return (
    <Radio.Group
      id={id}
      name={id}
      label={label}
      description={hint}
      error={error}
      inputWrapperOrder={WRAPPER_ORDER}
      required={field.required ?? false}
      withAsterisk={false}
      value={chosen}
      onChange={onChoose}
    >
      <div className={styles.radios}>
        {choices.map((choice) => (
          <Radio
            key={choice.value}
            value={choice.value}
            label={choice.label}
            classNames={{ body: styles.radio ?? '', label: styles.radioLabel ?? '', radio: styles.radioMark ?? '' }}
          />
        ))}
      </div>
    </Radio.Group>
  );
}

export function ChoiceControl(props: FieldControlProps) {
  const { field, id, value, label, hint, error, onChange } = props;
  const choices = (field.options ?? []).map((option) => ({ value: option.value, label: option.label ?? option.value }));
  const chosen = typeof value === 'string' ? value : null;
  if (isShort(choices)) return <Radios {...props} choices={choices} chosen={chosen} onChoose={onChange} />;
  return (
    <NativeSelect
      id={id}
      label={label}
      description={hint}
      error={error}
      inputWrapperOrder={WRAPPER_ORDER}
      styles={{ input: { ...FIELD_STYLES.input, color: chosen ? 'var(--text)' : 'var(--muted)' } }}
      aria-required={field.required ?? false}
      rightSection={<IconChevronDown className="icon" aria-hidden />}
      data={[{ value: '', label: 'Choose one' }, ...choices]}
      value={chosen ?? ''}
      onChange={(event) => onChange(event.currentTarget.value || null)}
    />
  );
}

const YES_NO: readonly Choice[] = [
  { value: 'true', label: 'Yes' },
  { value: 'false', label: 'No' },
];

/** Two radios, not a checkbox: not answered is not No. */
export function YesNoControl(props: FieldControlProps) {
  const { value, onChange } = props;
  return <Radios {...props} choices={YES_NO} chosen={typeof value === 'boolean' ? String(value) : null} onChoose={(chosen) => onChange(chosen === 'true')} />;
}
