import type { Loop, MultiInstance } from '@baton/model';
import { SegmentedControl } from '@mantine/core';
import { checkFeel, checkText } from './check-feel.ts';
import { CommitField } from './commit-field.tsx';
import { FormulaField } from './formula-field.tsx';
import { VariableField } from './variable-field.tsx';
import { countOf, withText } from './with-text.ts';

interface RoundFieldsProps {
  readonly loop: MultiInstance;
  readonly onChange: (loop: Loop) => void;
}

/** Several rounds of a step: over what, in what order, what each gives and when it is enough. */
export function RoundFields({ loop, onChange }: RoundFieldsProps) {
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
      {loop.collection !== undefined ? <ListFields loop={loop} onChange={onChange} /> : <NumberField loop={loop} onChange={onChange} />}
      <VariableField
        label="Its number goes to"
        description="A variable that counts the rounds from 1"
        placeholder="round"
        value={loop.indexVariable ?? ''}
        onCommit={(name) => onChange(withText(loop, 'indexVariable', name))}
      />
      <ResultFields loop={loop} onChange={onChange} />
      <CommitField
        label="Enough when (FEEL)"
        description="Asked after each round; the rest is then withdrawn"
        placeholder="numberOfCompletedInstances >= 2"
        value={loop.completionCondition ?? ''}
        check={checkFeel}
        isCode
        onCommit={(text) => onChange(withText(loop, 'completionCondition', text))}
      />
    </>
  );
}

function ListFields({ loop, onChange }: RoundFieldsProps) {
  return (
    <>
      <FormulaField
        label="List"
        description="A variable or formula that gives a list"
        placeholder="=items"
        value={loop.collection ?? ''}
        offers={({ type }) => type === 'list' || type === 'any'}
        // An empty one stays, so that it is still "for each of a list" while it is chosen.
        onCommit={(text) => onChange({ ...loop, collection: text.trim() })}
      />
      <VariableField
        label="Each is called"
        description="The variable that holds one of them"
        placeholder="item"
        value={loop.elementVariable ?? ''}
        onCommit={(name) => onChange(withText(loop, 'elementVariable', name))}
      />
    </>
  );
}

function NumberField({ loop, onChange }: RoundFieldsProps) {
  return (
    <CommitField
      label="How often"
      description="A number, or a formula such as = count"
      value={String(loop.cardinality ?? '')}
      check={checkText}
      onCommit={(text) => onChange({ ...loop, cardinality: countOf(text) })}
    />
  );
}

function ResultFields({ loop, onChange }: RoundFieldsProps) {
  const collect = (name: string) => {
    const { outputElement: _outputElement, ...rest } = loop;
    onChange(name ? { ...loop, outputCollection: name } : withText(rest, 'outputCollection', ''));
  };
  return (
    <>
      <VariableField
        label="Results go to"
        description="A list, in the order of the rounds"
        placeholder="results"
        value={loop.outputCollection ?? ''}
        onCommit={collect}
      />
      {loop.outputCollection !== undefined && (
        <CommitField
          label="What each gives (FEEL)"
          description="Read when a round has ended"
          placeholder="score"
          value={loop.outputElement ?? ''}
          check={checkFeel}
          isCode
          onCommit={(text) => onChange(withText(loop, 'outputElement', text))}
        />
      )}
    </>
  );
}
