import { Switch } from '@mantine/core';
import { ActivityAdvanced } from '../../designer/panels/activity-advanced.tsx';
import { ActivityRules } from '../../designer/panels/activity-rules.tsx';
import { GeneralPart } from '../../designer/panels/general-part.tsx';
import { MappingsPart } from '../../designer/panels/mappings-part.tsx';
import { MessageFields } from '../../designer/panels/message-fields.tsx';
import { useElementEdit } from '../../designer/panels/use-element-edit.ts';
import type { ElementPanel, ElementPanelProps } from '../element-panel.ts';

function ReceiveTaskGeneral({ element }: ElementPanelProps<'receiveTask'>) {
  const set = useElementEdit(element.id);
  return (
    <GeneralPart element={element}>
      <MessageFields message={element.message ?? {}} isThrown={false} onChange={(message) => set({ message: Object.keys(message).length ? message : null })} />
      <Switch
        size="xs"
        label="Starts the process"
        description="The message begins an instance; nothing may lead to this step"
        checked={element.instantiate ?? false}
        onChange={(event) => set({ instantiate: event.currentTarget.checked || null })}
      />
    </GeneralPart>
  );
}

export const receiveTaskPanel: ElementPanel<'receiveTask'> = {
  general: ReceiveTaskGeneral,
  data: MappingsPart,
  rules: ActivityRules,
  advanced: ActivityAdvanced,
};
