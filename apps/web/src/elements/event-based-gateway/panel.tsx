import { SegmentedControl, Switch } from '@mantine/core';
import { AdvancedPart } from '../../designer/panels/advanced-part.tsx';
import { GeneralPart } from '../../designer/panels/general-part.tsx';
import { useElementEdit } from '../../designer/panels/use-element-edit.ts';
import type { ElementPanel, ElementPanelProps } from '../element-panel.ts';

function EventBasedGatewayGeneral({ element }: ElementPanelProps<'eventBasedGateway'>) {
  const set = useElementEdit(element.id);
  return (
    <GeneralPart element={element}>
      <Switch
        size="xs"
        label="Starts the process"
        description="An event after it begins an instance; nothing may lead to it"
        checked={element.instantiate ?? false}
        onChange={(event) => set({ instantiate: event.currentTarget.checked || null, eventGatewayType: null })}
      />
      {element.instantiate && (
        <SegmentedControl
          size="xs"
          fullWidth
          aria-label="How many events it takes"
          value={element.eventGatewayType ?? 'exclusive'}
          onChange={(kind) => set({ eventGatewayType: kind === 'exclusive' ? null : kind })}
          data={[
            { value: 'exclusive', label: 'The first is enough' },
            { value: 'parallel', label: 'All must come' },
          ]}
        />
      )}
    </GeneralPart>
  );
}

export const eventBasedGatewayPanel: ElementPanel<'eventBasedGateway'> = { general: EventBasedGatewayGeneral, advanced: AdvancedPart };
