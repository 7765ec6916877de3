import { shownName } from '../../canvas/element-words.ts';
import { AdvancedPart } from '../../designer/panels/advanced-part.tsx';
import { checkFeel } from '../../designer/panels/check-feel.ts';
import { CommitField } from '../../designer/panels/commit-field.tsx';
import { FlowsPart } from '../../designer/panels/flows-part.tsx';
import { GeneralPart } from '../../designer/panels/general-part.tsx';
import styles from '../../designer/panels/panels.module.css';
import { useElementEdit } from '../../designer/panels/use-element-edit.ts';
import { useDesignerState } from '../../designer/use-designer.ts';
import type { ElementPanel, ElementPanelProps } from '../element-panel.ts';

function ComplexGatewayGeneral({ element }: ElementPanelProps<'complexGateway'>) {
  const set = useElementEdit(element.id);
  const index = useDesignerState((state) => state.index);
  return (
    <GeneralPart element={element}>
      <CommitField
        label="Goes on when (FEEL)"
        description="Asked at each arrival; activationCount is how many wait in all"
        value={element.activationCondition ?? ''}
        check={checkFeel}
        isCode
        placeholder="activationCount >= 2"
        onCommit={(activationCondition) => set({ activationCondition })}
      />
      {index.incoming(element.id).map((flow) => {
        const source = index.element(flow.from);
        return (
          <p key={flow.id} className={styles.hint}>
            <code>{flow.id}</code>: how many wait from {source ? shownName(source) : 'there'}
          </p>
        );
      })}
    </GeneralPart>
  );
}

export const complexGatewayPanel: ElementPanel<'complexGateway'> = { general: ComplexGatewayGeneral, rules: FlowsPart, advanced: AdvancedPart };
