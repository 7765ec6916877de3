import { AdvancedPart } from '../../designer/panels/advanced-part.tsx';
import { GeneralPart } from '../../designer/panels/general-part.tsx';
import { MappingsPart } from '../../designer/panels/mappings-part.tsx';
import { TriggerPart } from '../../designer/panels/trigger-part.tsx';
import type { ElementPanel } from '../element-panel.ts';

export const intermediateCatchEventPanel: ElementPanel<'intermediateCatchEvent'> = {
  general: ({ element }) => (
    <GeneralPart element={element}>
      <TriggerPart element={element} isThrown={false} />
    </GeneralPart>
  ),
  data: MappingsPart,
  advanced: AdvancedPart,
};
