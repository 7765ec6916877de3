import { NativeSelect, NumberInput } from '@mantine/core';
import { ActivityAdvanced } from '../../designer/panels/activity-advanced.tsx';
import { ActivityRules } from '../../designer/panels/activity-rules.tsx';
import { checkText } from '../../designer/panels/check-feel.ts';
import { CommitField } from '../../designer/panels/commit-field.tsx';
import { GeneralPart } from '../../designer/panels/general-part.tsx';
import { MappingsPart } from '../../designer/panels/mappings-part.tsx';
import { ProcessField } from '../../designer/panels/process-field.tsx';
import { useElementEdit } from '../../designer/panels/use-element-edit.ts';
import type { ElementPanel, ElementPanelProps } from '../element-panel.ts';

function CallActivityGeneral({ element }: ElementPanelProps<'callActivity'>) {
  const set = useElementEdit(element.id);
  const binding = element.binding ?? 'latest';
  return (
    <GeneralPart element={element}>
      <ProcessField value={element.calledElement ?? ''} onChange={(calledElement) => set({ calledElement })} />
      <NativeSelect
        size="xs"
        label="Version"
        value={binding}
        onChange={(event) => set({ binding: event.currentTarget.value === 'latest' ? null : event.currentTarget.value, version: null, tag: null })}
        data={[
          { value: 'latest', label: 'The newest' },
          { value: 'version', label: 'Always the same one' },
          { value: 'tag', label: 'The newest with a tag' },
        ]}
      />
      {binding === 'version' && (
        <NumberInput
          size="xs"
          label="Number of the version"
          min={1}
          allowDecimal={false}
          value={element.version ?? ''}
          onChange={(version) => set({ version: typeof version === 'number' ? version : null })}
        />
      )}
      {binding === 'tag' && (
        <CommitField label="Tag" description="As set on the called process" value={element.tag ?? ''} onCommit={(tag) => set({ tag: tag.trim() })} />
      )}
      <CommitField
        label="Business key"
        description="What the called one is known by, such as = orderId"
        value={element.businessKey ?? ''}
        check={checkText}
        onCommit={(businessKey) => set({ businessKey })}
      />
    </GeneralPart>
  );
}

export const callActivityPanel: ElementPanel<'callActivity'> = {
  general: CallActivityGeneral,
  data: MappingsPart,
  rules: ActivityRules,
  advanced: ActivityAdvanced,
};
