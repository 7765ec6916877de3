import { knownVariables } from '../known-variables.ts';
import { useDesigner, useDesignerState } from '../use-designer.ts';
import { checkVariable } from './check-variable.ts';
import { SuggestField } from './suggest-field.tsx';

interface VariableFieldProps {
  readonly label: string;
  readonly description?: string;
  readonly placeholder?: string;
  readonly value: string;
  /** An empty text takes it away. */
  readonly onCommit: (name: string) => void;
}

/** The name of a variable that is written: one there is, or a new one. */
export function VariableField({ value, onCommit, ...field }: VariableFieldProps) {
  const designer = useDesigner();
  const graph = useDesignerState((state) => state.graph);
  return (
    <SuggestField
      {...field}
      value={value}
      isCode
      check={checkVariable}
      suggestions={knownVariables(graph).map(({ name }) => name)}
      onCommit={(text) => {
        const name = text.trim();
        if (name && checkVariable(name)) designer.say(`Expected a variable’s name of letters, digits and _, but “${name}” is none.`);
        else onCommit(name);
      }}
    />
  );
}
