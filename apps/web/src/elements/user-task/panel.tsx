import { Switch } from '@mantine/core';
import { changeCommands } from '../../designer/change-type.ts';
import { APPROVAL, paletteItem } from '../../designer/palette-items.ts';
import { ActivityAdvanced } from '../../designer/panels/activity-advanced.tsx';
import { checkText } from '../../designer/panels/check-feel.ts';
import { CommitField } from '../../designer/panels/commit-field.tsx';
import { FlowsPart } from '../../designer/panels/flows-part.tsx';
import { FormPart } from '../../designer/panels/form-part.tsx';
import { GeneralPart } from '../../designer/panels/general-part.tsx';
import { LoopPart } from '../../designer/panels/loop-part.tsx';
import { MappingsPart } from '../../designer/panels/mappings-part.tsx';
import { OutcomesPart } from '../../designer/panels/outcomes-part.tsx';
import styles from '../../designer/panels/panels.module.css';
import { PeoplePart } from '../../designer/panels/people-part.tsx';
import { useElementEdit } from '../../designer/panels/use-element-edit.ts';
import { useDesigner } from '../../designer/use-designer.ts';
import type { ElementPanel, ElementPanelProps } from '../element-panel.ts';

function UserTaskGeneral({ element }: ElementPanelProps<'userTask'>) {
  const designer = useDesigner();
  const turn = (isApproval: boolean) => {
    const item = isApproval ? APPROVAL : paletteItem('userTask');
    if (item) designer.run(...changeCommands(element, item));
  };
  return (
    <GeneralPart element={element}>
      <Switch
        size="xs"
        label="Approval"
        description="Asks for an answer that a Decision can use"
        checked={element.approval !== undefined}
        onChange={(event) => turn(event.currentTarget.checked)}
      />
    </GeneralPart>
  );
}

function UserTaskRules({ element }: ElementPanelProps<'userTask'>) {
  const set = useElementEdit(element.id);
  return (
    <>
      <div className={styles.stack}>
        {element.approval && <OutcomesPart element={element} />}
        <CommitField
          label="Due"
          description="After a time (P2D is two days), at a date, or by formula. Shown in the inbox; it ends nothing."
          value={element.dueDate ?? ''}
          check={checkText}
          onCommit={(dueDate) => set({ dueDate })}
        />
        <LoopPart element={element} />
      </div>
      <FlowsPart element={element} />
    </>
  );
}

function UserTaskAdvanced({ element }: ElementPanelProps<'userTask'>) {
  const set = useElementEdit(element.id);
  const toPriority = (text: string) => (/^\d+$/.test(text) ? Math.min(100, Number(text)) : text);
  return (
    <ActivityAdvanced element={element}>
      <CommitField
        label="Priority"
        description="0 to 100, or a formula"
        value={String(element.priority ?? '')}
        check={checkText}
        onCommit={(text) => set({ priority: toPriority(text) })}
      />
      <CommitField
        label="Follow-up"
        description="When it should come up again"
        value={element.followUpDate ?? ''}
        check={checkText}
        onCommit={(followUpDate) => set({ followUpDate })}
      />
    </ActivityAdvanced>
  );
}

export const userTaskPanel: ElementPanel<'userTask'> = {
  general: UserTaskGeneral,
  people: PeoplePart,
  form: ({ element }) => <FormPart element={element} hint="What the person sees and fills in." />,
  data: MappingsPart,
  rules: UserTaskRules,
  advanced: UserTaskAdvanced,
};
