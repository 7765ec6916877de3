import { AdvancedPart } from '../../designer/panels/advanced-part.tsx';
import { GeneralPart } from '../../designer/panels/general-part.tsx';
import { MappingsPart } from '../../designer/panels/mappings-part.tsx';
import { TriggerPart } from '../../designer/panels/trigger-part.tsx';
import type { ElementPanel } from '../element-panel.ts';

export const intermediateThrowEventPanel: ElementPanel<'intermediateThrowEvent'> = {
  general: ({ element }) => (
    <GeneralPart element={element}>
      <TriggerPart element={element} isThrown />
    </GeneralPart>
  ),
  data: MappingsPart,
  advanced: AdvancedPart,
};
