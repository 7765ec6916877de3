import { ActivityAdvanced } from '../../designer/panels/activity-advanced.tsx';
import { ActivityRules } from '../../designer/panels/activity-rules.tsx';
import { checkFeel } from '../../designer/panels/check-feel.ts';
import { CommitField } from '../../designer/panels/commit-field.tsx';
import { GeneralPart } from '../../designer/panels/general-part.tsx';
import { MappingsPart } from '../../designer/panels/mappings-part.tsx';
import { useElementEdit } from '../../designer/panels/use-element-edit.ts';
import { VariableField } from '../../designer/panels/variable-field.tsx';
import type { ElementPanel, ElementPanelProps } from '../element-panel.ts';

function ScriptTaskGeneral({ element }: ElementPanelProps<'scriptTask'>) {
  const set = useElementEdit(element.id);
  return (
    <GeneralPart element={element}>
      <CommitField
        label="Formula (FEEL)"
        value={element.script ?? ''}
        check={checkFeel}
        isCode
        isMultiline
        placeholder="amount * 1.19"
        onCommit={(script) => set({ script })}
      />
      <VariableField
        label="Result goes to"
        description="Name of a variable"
        value={element.resultVariable ?? ''}
        placeholder="grossAmount"
        onCommit={(resultVariable) => set({ resultVariable })}
      />
    </GeneralPart>
  );
}

export const scriptTaskPanel: ElementPanel<'scriptTask'> = { general: ScriptTaskGeneral, data: MappingsPart, rules: ActivityRules, advanced: ActivityAdvanced };
