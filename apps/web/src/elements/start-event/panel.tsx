import { isEventSubProcess } from '@baton/model';
import { Switch } from '@mantine/core';
import { AdvancedPart } from '../../designer/panels/advanced-part.tsx';
import { FormPart } from '../../designer/panels/form-part.tsx';
import { GeneralPart } from '../../designer/panels/general-part.tsx';
import { TriggerPart } from '../../designer/panels/trigger-part.tsx';
import { useElementEdit } from '../../designer/panels/use-element-edit.ts';
import { useDesignerState } from '../../designer/use-designer.ts';
import type { ElementPanel, ElementPanelProps } from '../element-panel.ts';

function StartEventGeneral({ element }: ElementPanelProps<'startEvent'>) {
  const set = useElementEdit(element.id);
  const scope = useDesignerState((state) => (element.parent === undefined ? undefined : state.index.element(element.parent)));
  const interrupts = element.isInterrupting !== false;
  return (
    <GeneralPart element={element}>
      <TriggerPart element={element} isThrown={false} canRepeat={scope === undefined || !interrupts} />
      {scope && isEventSubProcess(scope) && (
        <Switch
          size="xs"
          label="Breaks off what runs"
          description={interrupts ? 'Everything around it is canceled first' : 'It runs beside everything around it'}
          checked={interrupts}
          onChange={(event) => set({ isInterrupting: event.currentTarget.checked ? null : false })}
        />
      )}
    </GeneralPart>
  );
}

export const startEventPanel: ElementPanel<'startEvent'> = {
  general: StartEventGeneral,
  form: ({ element }) => <FormPart element={element} hint="What whoever starts the process is asked first." />,
  advanced: AdvancedPart,
};
