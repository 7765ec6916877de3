import { AdvancedPart } from '../../designer/panels/advanced-part.tsx';
import { checkFeel } from '../../designer/panels/check-feel.ts';
import { CommitField } from '../../designer/panels/commit-field.tsx';
import { FlowsPart } from '../../designer/panels/flows-part.tsx';
import { GeneralPart } from '../../designer/panels/general-part.tsx';
import { useElementEdit } from '../../designer/panels/use-element-edit.ts';
import type { ElementPanel, ElementPanelProps } from '../element-panel.ts';

function ComplexGatewayGeneral({ element }: ElementPanelProps<'complexGateway'>) {
  const set = useElementEdit(element.id);
  return (
    <GeneralPart element={element}>
      <CommitField
        label="Goes on when (FEEL)"
        description="Reads activationCount, how many tokens wait, and each flow’s number by its id"
        value={element.activationCondition ?? ''}
        check={checkFeel}
        isCode
        placeholder="activationCount >= 2"
        onCommit={(activationCondition) => set({ activationCondition })}
      />
    </GeneralPart>
  );
}

export const complexGatewayPanel: ElementPanel<'complexGateway'> = { general: ComplexGatewayGeneral, rules: FlowsPart, advanced: AdvancedPart };
