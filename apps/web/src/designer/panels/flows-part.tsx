import { ELEMENTS, type Element } from '@baton/model';
import { ActionIcon, Switch } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { shownName } from '../../canvas/element-words.ts';
import { parseCondition, wordsOf } from '../condition.ts';
import { knownVariables } from '../known-variables.ts';
import { useDesigner, useDesignerState } from '../use-designer.ts';
import { CommitField } from './commit-field.tsx';
import { ConditionEditor } from './condition-editor.tsx';
import styles from './panels.module.css';

const CHOICE = 'each gets a condition here; the first that is true is taken.';
const FORK = 'each may have a condition here: all that are true are taken, and those without one always.';

/** The ways out of a Decision or an activity, in the order they are asked. */
export function FlowsPart({ element }: { readonly element: Element }) {
  const designer = useDesigner();
  const index = useDesignerState((state) => state.index);
  const flows = index.outgoing(element.id);
  const { isActivity } = ELEMENTS[element.type];
  const swap = (at: number, by: number) => {
    const ids = flows.map(({ id }) => id);
    [ids[at], ids[at + by]] = [ids[at + by]!, ids[at]!];
    designer.run({ type: 'orderFlows', from: element.id, flows: ids });
  };
  return (
    <div className={styles.stack}>
      {flows.length < 2 && <p className={styles.hint}>With two or more ways out, {isActivity ? FORK : CHOICE}</p>}
      {flows.map((flow, at) => {
        const target = index.element(flow.to);
        const name = flow.name?.trim() || (target ? `To ${shownName(target)}` : 'Flow');
        return (
          <section key={flow.id} className={styles.rows} aria-label={name}>
            <div className={styles.row}>
              <div className={styles.rowHead}>
                <span>
                  {at + 1}. {target ? `To ${shownName(target)}` : 'Flow'}
                </span>
                <ActionIcon size={28} aria-label={`Ask ${name} earlier`} disabled={at === 0} onClick={() => swap(at, -1)}>
                  <IconArrowUp className="icon" aria-hidden />
                </ActionIcon>
                <ActionIcon size={28} aria-label={`Ask ${name} later`} disabled={at === flows.length - 1} onClick={() => swap(at, 1)}>
                  <IconArrowDown className="icon" aria-hidden />
                </ActionIcon>
              </div>
              <FlowFields flowId={flow.id} />
            </div>
          </section>
        );
      })}
    </div>
  );
}

/** Name, default and condition of one flow. */
export function FlowFields({ flowId }: { readonly flowId: string }) {
  const designer = useDesigner();
  const graph = useDesignerState((state) => state.graph);
  const index = useDesignerState((state) => state.index);
  const flow = index.flow(flowId);
  const source = flow && index.element(flow.from);
  if (!flow || !source) return null;
  const variables = knownVariables(graph);
  const setCondition = (condition: string) => {
    const simple = parseCondition(condition);
    const before = parseCondition(flow.condition ?? '');
    const wordsFor = (parsed: typeof simple) =>
      parsed
        ? wordsOf(
            parsed,
            variables.find(({ name }) => name === parsed.variable),
          )
        : '';
    const isNameAutomatic = !flow.name?.trim() || flow.name === wordsFor(before);
    designer.run({ type: 'setFlow', id: flow.id, condition: condition || null, ...(isNameAutomatic && simple ? { name: wordsFor(simple) } : {}) });
  };
  return (
    <>
      <CommitField label="Name" value={flow.name ?? ''} onCommit={(name) => designer.rename(flow.id, name)} placeholder="Shown at the flow" />
      {ELEMENTS[source.type].decides && (
        <>
          <Switch
            size="xs"
            label="Default"
            description="Taken when no other condition is true"
            checked={flow.isDefault ?? false}
            onChange={(event) => designer.run({ type: 'setFlow', id: flow.id, isDefault: event.currentTarget.checked })}
          />
          {!flow.isDefault && <ConditionEditor label="Taken when" condition={flow.condition ?? ''} variables={variables} onChange={setCondition} />}
        </>
      )}
    </>
  );
}
