import type { MultiInstance, SingleTrigger } from '@baton/model';
import { NativeSelect, NumberInput, Switch } from '@mantine/core';
import type { ReactNode } from 'react';
import { AdvancedPart } from './advanced-part.tsx';
import type { Activity } from './loop-part.tsx';
import styles from './panels.module.css';
import { TriggerFields } from './trigger-fields.tsx';
import { useElementEdit } from './use-element-edit.ts';

/** What few need of an activity: how many tokens it takes and gives, what its rounds throw, and whether it only undoes. */
export function ActivityAdvanced({ element, children }: { readonly element: Activity; readonly children?: ReactNode }) {
  const set = useElementEdit(element.id);
  const count = (property: 'startQuantity' | 'completionQuantity', label: string, description: string) => (
    <NumberInput
      size="xs"
      label={label}
      description={description}
      min={1}
      max={1000}
      allowDecimal={false}
      value={element[property] ?? 1}
      onChange={(value) => {
        if (typeof value === 'number' && value >= 1) set({ [property]: value === 1 ? null : value });
      }}
    />
  );
  const { loop } = element;
  return (
    <AdvancedPart element={element}>
      {children}
      {loop && loop.kind !== 'standard' && <Behaviour loop={loop} onChange={(next) => set({ loop: next })} />}
      {count('startQuantity', 'Tokens it takes to begin', 'Usually 1')}
      {count('completionQuantity', 'Tokens it gives on', 'Usually 1')}
      <Switch
        size="xs"
        label="Only for undoing"
        description="Runs when the step it is associated with is undone (compensation)"
        checked={element.isForCompensation ?? false}
        onChange={(event) => set({ isForCompensation: event.currentTarget.checked || null })}
      />
    </AdvancedPart>
  );
}

const BEHAVIOURS = { all: 'Never', none: 'After each round', one: 'After the first round' } as const;

function Behaviour({ loop, onChange }: { readonly loop: MultiInstance; readonly onChange: (loop: MultiInstance) => void }) {
  const { behaviour = 'all', event, events, ...rest } = loop;
  const thrown: SingleTrigger = event ?? { type: 'signal' };
  return (
    <section className={styles.condition} aria-label="What rounds throw">
      <NativeSelect
        size="xs"
        label="Throws an event to its border"
        value={behaviour}
        onChange={(change) => {
          const chosen = change.currentTarget.value;
          if (chosen === 'none' || chosen === 'one') onChange({ ...rest, behaviour: chosen, event: thrown });
          else if (chosen === 'all') onChange(rest);
        }}
        data={[
          ...Object.entries(BEHAVIOURS).map(([value, label]) => ({ value, label })),
          ...(behaviour === 'complex' ? [{ value: 'complex', label: `By ${events?.length ?? 0} conditions of its own` }] : []),
        ]}
      />
      {(behaviour === 'none' || behaviour === 'one') && (
        <>
          <NativeSelect
            size="xs"
            aria-label="Kind of event"
            value={thrown.type}
            onChange={(change) =>
              onChange({ ...rest, behaviour, event: change.currentTarget.value === 'escalation' ? { type: 'escalation' } : { type: 'signal' } })
            }
            data={[
              { value: 'signal', label: 'Signal' },
              { value: 'escalation', label: 'Escalation' },
            ]}
          />
          <TriggerFields trigger={thrown} isThrown canRepeat={false} onChange={(next) => onChange({ ...rest, behaviour, event: next })} />
        </>
      )}
    </section>
  );
}
