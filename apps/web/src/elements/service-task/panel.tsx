import { ActivityAdvanced } from '../../designer/panels/activity-advanced.tsx';
import { ActivityRules } from '../../designer/panels/activity-rules.tsx';
import { GeneralPart } from '../../designer/panels/general-part.tsx';
import { JobAdvanced, JobTypeField } from '../../designer/panels/job-fields.tsx';
import { MappingsPart } from '../../designer/panels/mappings-part.tsx';
import type { ElementPanel } from '../element-panel.ts';

export const serviceTaskPanel: ElementPanel<'serviceTask'> = {
  general: ({ element }) => (
    <GeneralPart element={element}>
      <JobTypeField element={element} />
    </GeneralPart>
  ),
  data: MappingsPart,
  rules: ActivityRules,
  advanced: ({ element }) => (
    <ActivityAdvanced element={element}>
      <JobAdvanced element={element} />
    </ActivityAdvanced>
  ),
};
