import { SegmentedControl, Switch } from '@mantine/core';
import { ActivityAdvanced } from '../../designer/panels/activity-advanced.tsx';
import { ActivityRules } from '../../designer/panels/activity-rules.tsx';
import { checkFeel } from '../../designer/panels/check-feel.ts';
import { CommitField } from '../../designer/panels/commit-field.tsx';
import { GeneralPart } from '../../designer/panels/general-part.tsx';
import { MappingsPart } from '../../designer/panels/mappings-part.tsx';
import { useElementEdit } from '../../designer/panels/use-element-edit.ts';
import type { ElementPanel, ElementPanelProps } from '../element-panel.ts';

function AdHocGeneral({ element }: ElementPanelProps<'adHocSubProcess'>) {
  const set = useElementEdit(element.id);
  return (
    <GeneralPart element={element}>
      <SegmentedControl
        size="xs"
        fullWidth
        aria-label="Order of the steps"
        value={element.ordering ?? 'parallel'}
        onChange={(ordering) => set({ ordering: ordering === 'parallel' ? null : ordering })}
        data={[
          { value: 'parallel', label: 'All at once' },
          { value: 'sequential', label: 'One after another' },
        ]}
      />
      <CommitField
        label="Done when (FEEL)"
        description="Without it, when nothing runs inside any more"
        value={element.completionCondition ?? ''}
        check={checkFeel}
        isCode
        placeholder="score > 10"
        onCommit={(completionCondition) => set({ completionCondition })}
      />
      <Switch
        size="xs"
        label="Withdraws what still runs then"
        checked={element.cancelRemaining ?? true}
        onChange={(event) => set({ cancelRemaining: event.currentTarget.checked ? null : false })}
      />
      <CommitField
        label="Begins with (FEEL)"
        description="A list of ids of steps; without it, all that nothing leads to"
        value={element.activeElements ?? ''}
        check={checkFeel}
        isCode
        onCommit={(activeElements) => set({ activeElements })}
      />
    </GeneralPart>
  );
}

export const adHocSubProcessPanel: ElementPanel<'adHocSubProcess'> = {
  general: AdHocGeneral,
  data: MappingsPart,
  rules: ActivityRules,
  advanced: ActivityAdvanced,
};
