import { ActivityAdvanced } from '../../designer/panels/activity-advanced.tsx';
import { ActivityRules } from '../../designer/panels/activity-rules.tsx';
import { GeneralPart } from '../../designer/panels/general-part.tsx';
import { JobAdvanced, JobTypeField } from '../../designer/panels/job-fields.tsx';
import { MappingsPart } from '../../designer/panels/mappings-part.tsx';
import { MessageFields } from '../../designer/panels/message-fields.tsx';
import { useElementEdit } from '../../designer/panels/use-element-edit.ts';
import type { ElementPanel, ElementPanelProps } from '../element-panel.ts';

function SendTaskGeneral({ element }: ElementPanelProps<'sendTask'>) {
  const set = useElementEdit(element.id);
  return (
    <GeneralPart element={element}>
      {(!element.job || element.message) && (
        <MessageFields message={element.message ?? {}} isThrown onChange={(message) => set({ message: Object.keys(message).length ? message : null })} />
      )}
      {(!element.message || element.job) && <JobTypeField element={element} description="Or: a worker does the sending, and asks for jobs by this word" />}
    </GeneralPart>
  );
}

export const sendTaskPanel: ElementPanel<'sendTask'> = {
  general: SendTaskGeneral,
  data: MappingsPart,
  rules: ActivityRules,
  advanced: ({ element }) => (
    <ActivityAdvanced element={element}>
      <JobAdvanced element={element} />
    </ActivityAdvanced>
  ),
};
