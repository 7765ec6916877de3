import type { Element, Loop, MultiInstance } from '@baton/model';
import { NativeSelect, SegmentedControl, Switch } from '@mantine/core';
import { knownVariables } from '../known-variables.ts';
import { useDesignerState } from '../use-designer.ts';
import { checkFeel, checkText } from './check-feel.ts';
import { CommitField } from './commit-field.tsx';
import { ConditionEditor } from './condition-editor.tsx';
import styles from './panels.module.css';
import { useElementEdit } from './use-element-edit.ts';

export type Activity = Extract<Element, { loop?: Loop | undefined }>;
type Kind = 'once' | 'while' | 'each' | 'times';

const kindOf = (loop: Loop | undefined): Kind => (!loop ? 'once' : loop.kind === 'standard' ? 'while' : loop.collection !== undefined ? 'each' : 'times');
const FIRST: { readonly [K in Kind]: Loop | null } = {
  once: null,
  while: { kind: 'standard' },
  each: { kind: 'parallel', collection: '=' },
  times: { kind: 'parallel', cardinality: 2 },
};

/** Takes the property away when its text is emptied. */
function withText<T extends Loop>(loop: T, property: string, text: string): T {
  const { [property]: _before, ...rest } = loop as Record<string, unknown>;
  return (text.trim() ? { ...rest, [property]: text.trim() } : rest) as T;
}
const countOf = (text: string): number | string => (/^\d+$/.test(text.trim()) ? Number(text.trim()) : text.trim());

/** How often a step runs: once, while something holds, for each of a list, or a number of times. */
export function LoopPart({ element }: { readonly element: Activity }) {
  const set = useElementEdit(element.id);
  const { loop } = element;
  const write = (next: Loop | null) => set({ loop: next });
  return (
    <section className={styles.condition} aria-label="Repeat">
      <NativeSelect
        size="xs"
        label="Runs"
        value={kindOf(loop)}
        onChange={(event) => write(FIRST[event.currentTarget.value as Kind])}
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

function RoundFields({ loop, onChange }: { readonly loop: MultiInstance; readonly onChange: (loop: Loop) => void }) {
  const field = (property: keyof MultiInstance, label: string, description: string, check = checkText, placeholder?: string) => (
    <CommitField
      label={label}
      description={description}
      placeholder={placeholder}
      value={typeof loop[property] === 'string' ? loop[property] : ''}
      check={check}
      isCode
      onCommit={(text) => onChange(withText(loop, property, text))}
    />
  );
  return (
    <>
      <SegmentedControl
        size="xs"
        fullWidth
        aria-label="In what order"
        value={loop.kind}
        onChange={(kind) => onChange({ ...loop, kind: kind === 'sequential' ? 'sequential' : 'parallel' })}
        data={[
          { value: 'parallel', label: 'All at once' },
          { value: 'sequential', label: 'One after another' },
        ]}
      />
      {loop.collection !== undefined ? (
        <>
          {field('collection', 'List', 'A formula that gives a list', checkText, '= items')}
          {field('elementVariable', 'Each is called', 'The variable that holds it inside', () => null, 'item')}
        </>
      ) : (
        <CommitField
          label="How often"
          description="A number, or a formula such as = count"
          value={String(loop.cardinality ?? '')}
          check={checkText}
          onCommit={(text) => {
            const { cardinality: _before, ...rest } = loop;
            onChange(text.trim() ? { ...rest, cardinality: countOf(text) } : rest);
          }}
        />
      )}
      {field('outputCollection', 'Results go to', 'A variable that gets a list, in the order of the rounds', () => null, 'results')}
      {loop.outputCollection !== undefined && field('outputElement', 'What each gives (FEEL)', 'Read when a round has ended', checkFeel, 'score')}
      {field('completionCondition', 'Enough when (FEEL)', 'The rest is then withdrawn', checkFeel, 'numberOfCompletedInstances >= 2')}
    </>
  );
}
