import { Switch } from '@mantine/core';
import { AdvancedPart } from '../../designer/panels/advanced-part.tsx';
import { GeneralPart } from '../../designer/panels/general-part.tsx';
import { useElementEdit } from '../../designer/panels/use-element-edit.ts';
import type { ElementPanel, ElementPanelProps } from '../element-panel.ts';

function EndEventGeneral({ element }: ElementPanelProps<'endEvent'>) {
  const set = useElementEdit(element.id);
  return (
    <GeneralPart element={element}>
      <Switch
        size="xs"
        label="Ends everything"
        description="Also what still runs on other paths"
        checked={element.trigger?.type === 'terminate'}
        onChange={(event) => set({ trigger: event.currentTarget.checked ? { type: 'terminate' } : null })}
      />
    </GeneralPart>
  );
}

export const endEventPanel: ElementPanel<'endEvent'> = { general: EndEventGeneral, advanced: AdvancedPart };
