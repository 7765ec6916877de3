import { ActivityAdvanced } from '../../designer/panels/activity-advanced.tsx';
import { ActivityRules } from '../../designer/panels/activity-rules.tsx';
import { DecisionPart } from '../../designer/panels/decision-part.tsx';
import { GeneralPart } from '../../designer/panels/general-part.tsx';
import { JobAdvanced, JobTypeField } from '../../designer/panels/job-fields.tsx';
import { MappingsPart } from '../../designer/panels/mappings-part.tsx';
import type { ElementPanel } from '../element-panel.ts';

export const businessRuleTaskPanel: ElementPanel<'businessRuleTask'> = {
  general: ({ element }) => (
    <GeneralPart element={element}>
      {(!element.job || element.decision) && <DecisionPart element={element} />}
      {(!element.decision || element.job) && <JobTypeField element={element} description="Or: a worker decides, and asks for jobs by this word" />}
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
