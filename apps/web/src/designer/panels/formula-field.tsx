import { type KnownVariable, knownVariables } from '../known-variables.ts';
import { useDesignerState } from '../use-designer.ts';
import { checkText } from './check-feel.ts';
import { SuggestField } from './suggest-field.tsx';

interface FormulaFieldProps {
  readonly label: string;
  readonly description?: string;
  readonly placeholder?: string;
  readonly value: string;
  readonly onCommit: (text: string) => void;
  /** Which variables are offered. Without: all. */
  readonly offers?: (variable: KnownVariable) => boolean;
}

/** A text, or a formula after `=`; the variables there are can be chosen. */
export function FormulaField({ offers = () => true, ...field }: FormulaFieldProps) {
  const graph = useDesignerState((state) => state.graph);
  const suggestions = knownVariables(graph)
    .filter(offers)
    .map(({ name }) => `=${name}`);
  return <SuggestField {...field} isCode check={checkText} suggestions={suggestions} />;
}
