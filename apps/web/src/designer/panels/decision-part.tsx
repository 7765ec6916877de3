import type { DecisionTable, ElementOf } from '@baton/model';
import { Button, Modal, NativeSelect } from '@mantine/core';
import { IconArrowsMaximize, IconCopy, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { shownName } from '../../canvas/element-words.ts';
import { useDesigner } from '../use-designer.ts';
import { emptyDecision, textOfTable, withInput, withOutput, withRule } from './decision-grid.ts';
import styles from './decision-part.module.css';
import { DecisionTableGrid } from './decision-table-grid.tsx';
import { HIT_POLICIES, policyOf, withPolicy } from './hit-policies.ts';
import panels from './panels.module.css';
import { useElementEdit } from './use-element-edit.ts';
import { VariableField } from './variable-field.tsx';

/** The decision table of a step: small beside the drawing, or large. */
export function DecisionPart({ element }: { readonly element: ElementOf<'businessRuleTask'> }) {
  const set = useElementEdit(element.id);
  const [isLarge, setLarge] = useState(false);
  const { decision } = element;
  const write = (next: DecisionTable) => set({ decision: next });
  if (!decision) {
    return (
      <Button variant="default" size="xs" leftSection={<IconPlus className="icon" aria-hidden />} onClick={() => write(emptyDecision())}>
        Make a decision table
      </Button>
    );
  }
  return (
    <section className={panels.fields} aria-label="Decision table">
      <PolicyField table={decision} onChange={write} />
      {!isLarge && <DecisionTableGrid table={decision} onChange={write} isLarge={false} />}
      <div className={styles.tools}>
        <AddTools table={decision} onChange={write} />
        <Button variant="default" size="xs" leftSection={<IconArrowsMaximize className="icon" aria-hidden />} onClick={() => setLarge(true)}>
          Open large
        </Button>
      </div>
      <VariableField
        label="Result goes to"
        description="Name of a variable; without it, each answer goes to the variable of its name"
        value={element.resultVariable ?? ''}
        onCommit={(resultVariable) => set({ resultVariable })}
      />
      <Button variant="subtle" size="compact-xs" className={styles.instead ?? ''} onClick={() => set({ decision: null })}>
        Remove the table; a worker decides
      </Button>
      <Modal opened={isLarge} onClose={() => setLarge(false)} title={shownName(element)} size="min(1100px, 94vw)">
        <div className={styles.large}>
          <div className={styles.bar}>
            <PolicyField table={decision} onChange={write} />
            <div className={styles.tools}>
              <AddTools table={decision} onChange={write} />
              <CopyTool table={decision} />
            </div>
          </div>
          <DecisionTableGrid table={decision} onChange={write} isLarge />
          <p className={panels.hint}>
            A question is met by a test: &gt; 1000, "gold", "A", "B" (one of them), [1..5] (from 1 to 5), - (anything). An answer is a formula: "boss", amount *
            0.1. Paste cells from a spreadsheet anywhere. Enter in the last rule adds one, Alt with the arrows moves a rule, Ctrl+Delete removes it.
          </p>
        </div>
      </Modal>
    </section>
  );
}

interface TableProps {
  readonly table: DecisionTable;
  readonly onChange: (table: DecisionTable) => void;
}

const PolicyField = ({ table, onChange }: TableProps) => (
  <NativeSelect
    size="xs"
    label="Which rule counts"
    value={policyOf(table)}
    onChange={(event) => onChange(withPolicy(table, event.currentTarget.value))}
    data={HIT_POLICIES.map(({ value, label }) => ({ value, label }))}
  />
);

const ADD = [
  { word: 'Rule', more: withRule },
  { word: 'Question', more: withInput },
  { word: 'Answer', more: withOutput },
] as const;

const AddTools = ({ table, onChange }: TableProps) =>
  ADD.map(({ word, more }) => (
    <Button
      key={word}
      variant="default"
      size="xs"
      aria-label={`Add: ${word}`}
      leftSection={<IconPlus className="icon" aria-hidden />}
      onClick={() => onChange(more(table))}
    >
      {word}
    </Button>
  ));

function CopyTool({ table }: Pick<TableProps, 'table'>) {
  const designer = useDesigner();
  const copy = () =>
    navigator.clipboard.writeText(textOfTable(table)).then(
      () => designer.say('Copied. Paste it into a spreadsheet.'),
      () => designer.say('The browser doesn’t let it be copied.'),
    );
  return (
    <Button variant="default" size="xs" leftSection={<IconCopy className="icon" aria-hidden />} onClick={() => void copy()}>
      Copy for a spreadsheet
    </Button>
  );
}
