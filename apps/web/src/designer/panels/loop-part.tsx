import type { Element, Loop } from '@baton/model';
import { NativeSelect, Switch } from '@mantine/core';
import { knownVariables } from '../known-variables.ts';
import { useDesignerState } from '../use-designer.ts';
import { checkText } from './check-feel.ts';
import { CommitField } from './commit-field.tsx';
import { ConditionEditor } from './condition-editor.tsx';
import styles from './panels.module.css';
import { RoundFields } from './round-fields.tsx';
import { useElementEdit } from './use-element-edit.ts';
import { countOf, withText } from './with-text.ts';

export type Activity = Extract<Element, { loop?: Loop | undefined }>;
type Kind = 'once' | 'while' | 'each' | 'times';

const kindOf = (loop: Loop | undefined): Kind => (!loop ? 'once' : loop.kind === 'standard' ? 'while' : loop.collection !== undefined ? 'each' : 'times');
const FIRST: { readonly [K in Kind]: Loop | null } = {
  once: null,
  while: { kind: 'standard' },
  each: { kind: 'parallel', collection: '' },
  times: { kind: 'parallel', cardinality: 2 },
};

/** Rounds keep what both kinds of them have. */
function turned(loop: Loop | undefined, kind: Kind): Loop | null {
  if (!loop || loop.kind === 'standard' || (kind !== 'each' && kind !== 'times')) return FIRST[kind];
  const { collection: _collection, cardinality: _cardinality, elementVariable: _elementVariable, ...rest } = loop;
  return kind === 'each' ? { ...rest, collection: '' } : { ...rest, cardinality: 2 };
}

/** How often a step runs: once, while something holds, for each of a list, or a number of times. */
export function LoopPart({ element }: { readonly element: Activity }) {
  const set = useElementEdit(element.id);
  const { loop } = element;
  const write = (next: Loop | null) => set({ loop: next });
  return (
    <section className={styles.fields} aria-label="Repeat">
      <NativeSelect
        size="xs"
        label="Runs"
        value={kindOf(loop)}
        onChange={(event) => write(turned(loop, event.currentTarget.value as Kind))}
        data={[
          { value: 'once', label: 'Once' },
          { value: 'while', label: 'Again while something is true' },
          { value: 'each', label: 'For each of a list' },
          { value: 'times', label: 'A number of times' },
        ]}
      />
      {loop?.kind === 'standard' && <WhileFields loop={loop} onChange={write} />}
      {loop && loop.kind !== 'standard' && <RoundFields loop={loop} onChange={write} />}
    </section>
  );
}

function WhileFields({ loop, onChange }: { readonly loop: Extract<Loop, { kind: 'standard' }>; readonly onChange: (loop: Loop) => void }) {
  const graph = useDesignerState((state) => state.graph);
  return (
    <>
      <ConditionEditor
        label="Again while"
        condition={loop.condition ?? ''}
        variables={knownVariables(graph)}
        onChange={(text) => onChange(withText(loop, 'condition', text))}
      />
      <Switch
        size="xs"
        label="Asked before the first time"
        checked={loop.testBefore ?? false}
        onChange={(event) => {
          const { testBefore: _before, ...rest } = loop;
          onChange(event.currentTarget.checked ? { ...rest, testBefore: true } : rest);
        }}
      />
      <CommitField
        label="At most"
        description="How often; without, as often as it is true"
        value={String(loop.maximum ?? '')}
        check={checkText}
        onCommit={(text) => {
          const { maximum: _before, ...rest } = loop;
          onChange(text.trim() ? { ...rest, maximum: countOf(text) } : rest);
        }}
      />
    </>
  );
}
