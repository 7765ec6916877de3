import { AdvancedPart } from '../../designer/panels/advanced-part.tsx';
import { GeneralPart } from '../../designer/panels/general-part.tsx';
import { TimerPart } from '../../designer/panels/timer-part.tsx';
import type { ElementPanel } from '../element-panel.ts';

export const intermediateCatchEventPanel: ElementPanel<'intermediateCatchEvent'> = {
  general: ({ element }) => (
    <GeneralPart element={element}>
      <TimerPart element={element} canRepeat={false} />
    </GeneralPart>
  ),
  advanced: AdvancedPart,
};
