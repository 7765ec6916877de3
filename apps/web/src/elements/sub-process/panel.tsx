import { Switch } from '@mantine/core';
import { ActivityAdvanced } from '../../designer/panels/activity-advanced.tsx';
import { ActivityRules } from '../../designer/panels/activity-rules.tsx';
import { GeneralPart } from '../../designer/panels/general-part.tsx';
import { MappingsPart } from '../../designer/panels/mappings-part.tsx';
import { useElementEdit } from '../../designer/panels/use-element-edit.ts';
import type { ElementPanel, ElementPanelProps } from '../element-panel.ts';

function SubProcessGeneral({ element }: ElementPanelProps<'subProcess'>) {
  const set = useElementEdit(element.id);
  return (
    <GeneralPart element={element}>
      <Switch
        size="xs"
        label="Begins by its event"
        description="No flow leads to it: its start listens while what it stands in runs (event sub-process)"
        checked={element.triggeredByEvent ?? false}
        onChange={(event) => set({ triggeredByEvent: event.currentTarget.checked || null })}
      />
    </GeneralPart>
  );
}

export const subProcessPanel: ElementPanel<'subProcess'> = { general: SubProcessGeneral, data: MappingsPart, rules: ActivityRules, advanced: ActivityAdvanced };
