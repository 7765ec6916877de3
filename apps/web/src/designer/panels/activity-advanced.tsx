import { NumberInput, Switch } from '@mantine/core';
import type { ReactNode } from 'react';
import { AdvancedPart } from './advanced-part.tsx';
import type { Activity } from './loop-part.tsx';
import { RoundEvents } from './round-events.tsx';
import { useElementEdit } from './use-element-edit.ts';

/** What few need of an activity: how many tokens it takes and gives, what its rounds throw, and whether it only undoes. */
export function ActivityAdvanced({ element, children }: { readonly element: Activity; readonly children?: ReactNode }) {
  const set = useElementEdit(element.id);
  const count = (property: 'startQuantity' | 'completionQuantity', label: string, description: string, max: number) => (
    <NumberInput
      size="xs"
      label={label}
      description={description}
      min={1}
      max={max}
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
      {loop && loop.kind !== 'standard' && <RoundEvents element={element} loop={loop} onChange={(next) => set({ loop: next })} />}
      {count('startQuantity', 'Arrivals it waits for', 'How many it takes to begin; usually 1 (start quantity)', 1_000_000)}
      {count('completionQuantity', 'Times it goes on', 'How many paths begin behind it; usually 1 (completion quantity)', 1_000)}
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
