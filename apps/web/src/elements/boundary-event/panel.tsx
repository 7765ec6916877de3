import { Switch } from '@mantine/core';
import { AdvancedPart } from '../../designer/panels/advanced-part.tsx';
import { GeneralPart } from '../../designer/panels/general-part.tsx';
import { TimerPart } from '../../designer/panels/timer-part.tsx';
import { useElementEdit } from '../../designer/panels/use-element-edit.ts';
import type { ElementPanel, ElementPanelProps } from '../element-panel.ts';

function BoundaryEventGeneral({ element }: ElementPanelProps<'boundaryEvent'>) {
  const set = useElementEdit(element.id);
  const interrupts = element.cancelActivity !== false;
  return (
    <GeneralPart element={element}>
      <TimerPart element={element} canRepeat={!interrupts} />
      <Switch
        size="xs"
        label="Ends the step"
        description={interrupts ? 'The step is canceled and the path goes on from here' : 'The step goes on; this path runs beside it'}
        checked={interrupts}
        onChange={(event) => set({ cancelActivity: event.currentTarget.checked ? null : false })}
      />
    </GeneralPart>
  );
}

export const boundaryEventPanel: ElementPanel<'boundaryEvent'> = { general: BoundaryEventGeneral, advanced: AdvancedPart };
