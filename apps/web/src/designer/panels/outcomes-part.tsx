import { DEFAULT_OUTCOMES, type ElementOf, type Outcome } from '@baton/model';
import { ActionIcon, Button, NativeSelect, Switch } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { resultVariableOf } from '../../canvas/element-words.ts';
import { useDesigner } from '../use-designer.ts';
import { CommitField } from './commit-field.tsx';
import styles from './panels.module.css';
import { useElementEdit } from './use-element-edit.ts';

const TONES = [
  { value: 'positive', label: 'Yes (green)' },
  { value: 'negative', label: 'No (red)' },
  { value: 'neutral', label: 'Neutral' },
];
const VARIABLE = /^[\p{L}_][\p{L}\p{N}_]*$/u;

/** The answers of an approval and where the chosen one is kept. */
export function OutcomesPart({ element }: { readonly element: ElementOf<'userTask'> }) {
  const designer = useDesigner();
  const set = useElementEdit(element.id);
  const outcomes: readonly Outcome[] = element.approval?.outcomes ?? DEFAULT_OUTCOMES;
  const write = (next: readonly Outcome[]) => set({ approval: { ...element.approval, outcomes: next } });
  const change = (at: number, part: Partial<Outcome>) => write(outcomes.map((outcome, index) => (index === at ? { ...outcome, ...part } : outcome)));
  const rename = (at: number, label: string) => {
    if (label.trim()) change(at, { label: label.trim() });
  };
  const add = () => {
    let number = outcomes.length + 1;
    while (outcomes.some(({ value }) => value === `answer${number}`)) number++;
    write([...outcomes, { value: `answer${number}`, label: `Answer ${number}`, tone: 'neutral' }]);
  };
  return (
    <>
      <section className={styles.condition} aria-label="Answers">
        <h3 className={styles.heading}>Answers</h3>
        <div className={styles.rows}>
          {outcomes.map((outcome, at) => (
            <div key={outcome.value} className={styles.row}>
              <div className={styles.rowHead}>
                <span>{outcome.label}</span>
                <ActionIcon
                  size={28}
                  aria-label={`Remove ${outcome.label}`}
                  disabled={outcomes.length < 2}
                  onClick={() => write(outcomes.filter((_, index) => index !== at))}
                >
                  <IconTrash className="icon" aria-hidden />
                </ActionIcon>
              </div>
              <CommitField label="What the button says" value={outcome.label} onCommit={(label) => rename(at, label)} />
              <NativeSelect
                size="xs"
                label="Tone"
                value={outcome.tone ?? 'neutral'}
                data={TONES}
                onChange={(event) => change(at, { tone: event.currentTarget.value as NonNullable<Outcome['tone']> })}
              />
              <Switch
                size="xs"
                label="Asks for a reason"
                checked={outcome.commentRequired ?? false}
                onChange={(event) => change(at, { commentRequired: event.currentTarget.checked })}
              />
            </div>
          ))}
        </div>
        <Button variant="default" size="xs" leftSection={<IconPlus className="icon" aria-hidden />} onClick={add}>
          Add an answer
        </Button>
      </section>
      <CommitField
        label="Kept in"
        description="The variable a Decision asks."
        value={resultVariableOf(element)}
        isCode
        onCommit={(resultVariable) =>
          VARIABLE.test(resultVariable)
            ? set({ approval: { ...element.approval, resultVariable } })
            : designer.say(`Expected a variable’s name of letters, digits and _, but “${resultVariable}” is none.`)
        }
      />
    </>
  );
}
