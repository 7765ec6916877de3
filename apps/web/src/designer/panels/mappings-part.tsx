import type { Element, Mapping } from '@baton/model';
import { ActionIcon, Button } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useDesigner } from '../use-designer.ts';
import { checkVariable } from './check-variable.ts';
import { CommitField } from './commit-field.tsx';
import { FormulaField } from './formula-field.tsx';
import styles from './panels.module.css';
import { useElementEdit } from './use-element-edit.ts';

/** What goes into a step and what comes out of it. */
export function MappingsPart({ element }: { readonly element: Element }) {
  return (
    <div className={styles.stack}>
      <Mappings element={element} direction="inputs" title="Goes in" hint="Values the step sees under another name; others it sees anyway." />
      <Mappings element={element} direction="outputs" title="Comes out" hint="What is kept of its result; without any, everything is." />
    </div>
  );
}

interface MappingsProps {
  readonly element: Element;
  readonly direction: 'inputs' | 'outputs';
  readonly title: string;
  readonly hint: string;
}

function Mappings({ element, direction, title, hint }: MappingsProps) {
  const set = useElementEdit(element.id);
  const designer = useDesigner();
  const mappings: readonly Mapping[] = element[direction] ?? [];
  const write = (next: readonly Mapping[]) => set({ [direction]: next });
  const change = (at: number, part: Partial<Mapping>) => write(mappings.map((mapping, index) => (index === at ? { ...mapping, ...part } : mapping)));
  const add = () => {
    const taken = new Set(mappings.map(({ target }) => target));
    let number = 1;
    while (taken.has(`value${number}`)) number++;
    write([...mappings, { target: `value${number}`, value: '=' }]);
  };
  return (
    <section className={styles.condition} aria-label={title}>
      <h3 className={styles.heading}>{title}</h3>
      {mappings.map((mapping, at) => (
        <div key={mapping.target} className={styles.pair}>
          <CommitField
            label="Variable"
            value={mapping.target}
            check={checkVariable}
            onCommit={(target) => (checkVariable(target) ? designer.say(`Expected a variable’s name, but “${target}” is none.`) : change(at, { target }))}
          />
          <FormulaField label="Value" value={mapping.value} onCommit={(value) => change(at, { value })} placeholder="= amount * 2" />
          <ActionIcon mt={24} size={28} aria-label={`Remove ${mapping.target}`} onClick={() => write(mappings.filter((_, index) => index !== at))}>
            <IconTrash className="icon" aria-hidden />
          </ActionIcon>
        </div>
      ))}
      <p className={styles.hint}>{hint}</p>
      <Button variant="default" size="xs" leftSection={<IconPlus className="icon" aria-hidden />} onClick={add}>
        Add a value
      </Button>
    </section>
  );
}
