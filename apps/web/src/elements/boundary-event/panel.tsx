import { Switch } from '@mantine/core';
import { AdvancedPart } from '../../designer/panels/advanced-part.tsx';
import { GeneralPart } from '../../designer/panels/general-part.tsx';
import { TriggerPart } from '../../designer/panels/trigger-part.tsx';
import { useElementEdit } from '../../designer/panels/use-element-edit.ts';
import type { ElementPanel, ElementPanelProps } from '../element-panel.ts';

/** An error, a cancelled transaction and undoing leave no choice. */
const ALWAYS_INTERRUPT: ReadonlySet<string> = new Set(['error', 'cancel', 'compensation']);

function BoundaryEventGeneral({ element }: ElementPanelProps<'boundaryEvent'>) {
  const set = useElementEdit(element.id);
  const interrupts = element.cancelActivity !== false;
  return (
    <GeneralPart element={element}>
      <TriggerPart element={element} isThrown={false} canRepeat={!interrupts} />
      {!ALWAYS_INTERRUPT.has(element.trigger?.type ?? '') && (
        <Switch
          size="xs"
          label="Ends the step"
          description={interrupts ? 'The step is canceled and the path goes on from here' : 'The step goes on; this path runs beside it'}
          checked={interrupts}
          onChange={(event) => set({ cancelActivity: event.currentTarget.checked ? null : false })}
        />
      )}
    </GeneralPart>
  );
}

export const boundaryEventPanel: ElementPanel<'boundaryEvent'> = { general: BoundaryEventGeneral, advanced: AdvancedPart };
