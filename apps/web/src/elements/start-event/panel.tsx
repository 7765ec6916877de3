import { AdvancedPart } from '../../designer/panels/advanced-part.tsx';
import { FormPart } from '../../designer/panels/form-part.tsx';
import { GeneralPart } from '../../designer/panels/general-part.tsx';
import type { ElementPanel } from '../element-panel.ts';

export const startEventPanel: ElementPanel<'startEvent'> = {
  general: GeneralPart,
  form: ({ element }) => <FormPart element={element} hint="What whoever starts the process is asked first." />,
  advanced: AdvancedPart,
};
