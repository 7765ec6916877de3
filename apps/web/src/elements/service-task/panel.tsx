import { DEFAULT_RETRIES } from '@baton/model';
import { AdvancedPart } from '../../designer/panels/advanced-part.tsx';
import { checkText } from '../../designer/panels/check-feel.ts';
import { CommitField } from '../../designer/panels/commit-field.tsx';
import { FlowsPart } from '../../designer/panels/flows-part.tsx';
import { GeneralPart } from '../../designer/panels/general-part.tsx';
import { MappingsPart } from '../../designer/panels/mappings-part.tsx';
import { useElementEdit } from '../../designer/panels/use-element-edit.ts';
import type { ElementPanel, ElementPanelProps } from '../element-panel.ts';

function ServiceTaskGeneral({ element }: ElementPanelProps<'serviceTask'>) {
  const set = useElementEdit(element.id);
  return (
    <GeneralPart element={element}>
      <CommitField
        label="Job type"
        description="Workers ask for jobs by this word"
        value={element.job?.type ?? ''}
        check={checkText}
        placeholder="send-invoice"
        onCommit={(type) => set({ job: type.trim() ? { ...element.job, type: type.trim() } : null })}
      />
    </GeneralPart>
  );
}

function ServiceTaskAdvanced({ element }: ElementPanelProps<'serviceTask'>) {
  const set = useElementEdit(element.id);
  const { job } = element;
  const withRetries = (text: string) => {
    const { retries: _, ...rest } = job ?? { type: '' };
    return text.trim() === '' ? rest : { ...rest, retries: /^\d+$/.test(text) ? Math.min(100, Number(text)) : text };
  };
  return (
    <AdvancedPart element={element}>
      {job && (
        <CommitField
          label="Tries"
          description={`How often it is tried before it needs attention; usually ${DEFAULT_RETRIES}`}
          value={String(job.retries ?? '')}
          check={checkText}
          onCommit={(text) => set({ job: withRetries(text) })}
        />
      )}
    </AdvancedPart>
  );
}

export const serviceTaskPanel: ElementPanel<'serviceTask'> = {
  general: ServiceTaskGeneral,
  data: MappingsPart,
  rules: FlowsPart,
  advanced: ServiceTaskAdvanced,
};
