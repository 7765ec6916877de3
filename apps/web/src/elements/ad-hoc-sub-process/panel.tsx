import { isActivity } from '@baton/model';
import { MultiSelect, SegmentedControl, Switch } from '@mantine/core';
import { shownName } from '../../canvas/element-words.ts';
import { knownVariables } from '../../designer/known-variables.ts';
import { ActivityAdvanced } from '../../designer/panels/activity-advanced.tsx';
import { ActivityRules } from '../../designer/panels/activity-rules.tsx';
import { checkFeel } from '../../designer/panels/check-feel.ts';
import { CommitField } from '../../designer/panels/commit-field.tsx';
import { ConditionEditor } from '../../designer/panels/condition-editor.tsx';
import { GeneralPart } from '../../designer/panels/general-part.tsx';
import { MappingsPart } from '../../designer/panels/mappings-part.tsx';
import { useElementEdit } from '../../designer/panels/use-element-edit.ts';
import { idsOfList, listOfIds } from '../../designer/step-ids.ts';
import { useDesignerState } from '../../designer/use-designer.ts';
import type { ElementPanel, ElementPanelProps } from '../element-panel.ts';

function AdHocGeneral({ element }: ElementPanelProps<'adHocSubProcess'>) {
  const set = useElementEdit(element.id);
  const graph = useDesignerState((state) => state.graph);
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
      <ConditionEditor
        label="Done when"
        condition={element.completionCondition ?? ''}
        variables={knownVariables(graph)}
        onChange={(completionCondition) => set({ completionCondition })}
      />
      <Switch
        size="xs"
        label="Withdraws what still runs then"
        description="Without a condition it is done when nothing runs inside any more"
        checked={element.cancelRemaining ?? true}
        onChange={(event) => set({ cancelRemaining: event.currentTarget.checked ? null : false })}
      />
      <BeginsWith element={element} />
    </GeneralPart>
  );
}

/** Steps to begin with: chosen by name, or by a formula that gives their ids. */
function BeginsWith({ element }: ElementPanelProps<'adHocSubProcess'>) {
  const set = useElementEdit(element.id);
  const index = useDesignerState((state) => state.index);
  const ids = idsOfList(element.activeElements ?? '');
  if (!ids) {
    return (
      <CommitField
        label="Begins with (FEEL)"
        description="A formula that gives ids of steps inside; empty to choose them"
        value={element.activeElements ?? ''}
        check={checkFeel}
        isCode
        onCommit={(activeElements) => set({ activeElements: activeElements.trim() })}
      />
    );
  }
  const steps = index.childrenOf(element.id).filter(isActivity);
  const gone = ids.filter((id) => !steps.some((step) => step.id === id));
  return (
    <MultiSelect
      size="xs"
      label="Begins with"
      description="Without a choice: all steps that no flow leads to"
      data={[...steps.map((step) => ({ value: step.id, label: shownName(step) })), ...gone]}
      value={[...ids]}
      onChange={(chosen) => set({ activeElements: listOfIds(chosen) })}
      searchable
    />
  );
}

export const adHocSubProcessPanel: ElementPanel<'adHocSubProcess'> = {
  general: AdHocGeneral,
  data: MappingsPart,
  rules: ActivityRules,
  advanced: ActivityAdvanced,
};
