import { VARIABLE_TYPES, type VariableDeclaration } from '@baton/model';
import { ActionIcon, Button, NativeSelect, Switch, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useDesigner, useDesignerState } from '../use-designer.ts';
import { CommitField } from './commit-field.tsx';
import styles from './panels.module.css';

const TYPE_WORDS: { readonly [T in VariableDeclaration['type']]: string } = {
  text: 'Text',
  number: 'Number',
  money: 'Money',
  date: 'Date',
  yesNo: 'Yes or no',
  choice: 'Choice',
  list: 'List',
  object: 'Object',
};
const VARIABLE = /^[\p{L}_][\p{L}\p{N}_]*$/u;
const MAX_KEY_FACTS = 4;

export function ProcessGeneral() {
  const designer = useDesigner();
  const graph = useDesignerState((state) => state.graph);
  return (
    <div className={styles.stack}>
      <CommitField label="Name" value={graph.name} onCommit={(name) => name.trim() && designer.run({ type: 'setGraphProperties', name: name.trim() })} />
      <CommitField
        label="Description"
        isMultiline
        value={graph.description ?? ''}
        placeholder="What it is for"
        onCommit={(description) => designer.run({ type: 'setGraphProperties', description: description.trim() || null })}
      />
      <CommitField
        label="Version tag"
        description="For steps that call the newest version with this tag"
        value={graph.versionTag ?? ''}
        onCommit={(versionTag) => designer.run({ type: 'setGraphProperties', versionTag: versionTag.trim() || null })}
      />
      <TextInput size="xs" label="Key" description="How the API calls it. It never changes." value={graph.key} readOnly />
    </div>
  );
}

/** The data of the process: what its forms ask for is here by itself. */
export function ProcessData() {
  const designer = useDesigner();
  const variables = useDesignerState((state) => state.graph.variables) ?? [];
  const write = (next: readonly VariableDeclaration[]) => designer.run({ type: 'setGraphProperties', variables: next.length ? next : null });
  const change = (at: number, part: Partial<VariableDeclaration>) =>
    write(variables.map((variable, index) => (index === at ? withPart(variable, part) : variable)));
  const keyFacts = variables.filter(({ isKeyFact }) => isKeyFact).length;
  const rename = (at: number, name: string) => {
    if (!VARIABLE.test(name)) designer.say(`Expected a name of letters, digits and _, but “${name}” is none.`);
    else if (variables.some((variable, index) => index !== at && variable.name === name)) designer.say(`There is a value “${name}” already.`);
    else change(at, { name });
  };
  const add = () => {
    let number = variables.length + 1;
    while (variables.some(({ name }) => name === `value${number}`)) number++;
    write([...variables, { name: `value${number}`, type: 'text' }]);
  };
  return (
    <div className={styles.stack}>
      <p className={styles.hint}>
        What the process knows. Fields of forms come here by themselves. Key facts stand in the inbox and on top of a task; at most {MAX_KEY_FACTS}.
      </p>
      {variables.length > 0 && (
        <div className={styles.rows}>
          {variables.map((variable, at) => (
            <section key={variable.name} className={styles.row} aria-label={variable.label ?? variable.name}>
              <div className={styles.rowHead}>
                <span>{variable.label ?? variable.name}</span>
                <ActionIcon size={28} aria-label={`Remove ${variable.name}`} onClick={() => write(variables.filter((_, index) => index !== at))}>
                  <IconTrash className="icon" aria-hidden />
                </ActionIcon>
              </div>
              <CommitField label="Name" value={variable.name} isCode onCommit={(name) => rename(at, name.trim())} />
              <NativeSelect
                size="xs"
                label="Type"
                value={variable.type}
                data={VARIABLE_TYPES.map((type) => ({ value: type, label: TYPE_WORDS[type] }))}
                onChange={(event) => change(at, { type: event.currentTarget.value as VariableDeclaration['type'] })}
              />
              <Switch
                size="xs"
                label="Key fact"
                checked={variable.isKeyFact ?? false}
                disabled={!variable.isKeyFact && keyFacts >= MAX_KEY_FACTS}
                onChange={(event) => change(at, { isKeyFact: event.currentTarget.checked })}
              />
            </section>
          ))}
        </div>
      )}
      <Button variant="default" size="xs" leftSection={<IconPlus className="icon" aria-hidden />} onClick={add}>
        Add a value
      </Button>
    </div>
  );
}

/** Settings that don't belong to the new type go, so that the declaration stays whole. */
function withPart(variable: VariableDeclaration, part: Partial<VariableDeclaration>): VariableDeclaration {
  const { options, currency, isKeyFact, ...rest } = { ...variable, ...part };
  return {
    ...rest,
    ...(isKeyFact ? { isKeyFact } : {}),
    ...(rest.type === 'choice' && options ? { options } : {}),
    ...(rest.type === 'money' && currency ? { currency } : {}),
  };
}
