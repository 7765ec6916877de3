import type { DecisionTable } from '../../decision-table.ts';
import type { Element } from '../../graph.ts';
import { nameOf } from '../../naming.ts';
import { error, type Problem, warning } from '../../problem.ts';
import { expressionOf } from '../../text.ts';
import type { RuleContext } from '../rule.ts';

/** Columns and rows fit each other, and every cell can be read (DMN 1.5, 8.2 and 8.3). */
export function checkDecisionTable(element: Element, table: DecisionTable, context: RuleContext): Problem[] {
  const place = `the decision table of ${nameOf(element)}`;
  const at = (path: string) => ({ elementId: element.id, path: `decision.${path}` });
  const { inputs, outputs, rules } = table;
  return [
    ...inputs.flatMap((input, i) =>
      input.expression.trim()
        ? []
        : [error('decision-cell-missing', `Expected input ${i + 1} in ${place} to say what is looked at, but it is empty.`, at(`inputs.${i}.expression`))],
    ),
    ...outputs.flatMap(({ name }, i) =>
      outputs.findIndex((output) => output.name === name) === i
        ? []
        : [error('decision-output-duplicate', `Expected each output of ${place} once, but “${name}” is there twice.`, at(`outputs.${i}.name`))],
    ),
    ...aggregation(table, place).map((message) => error('setting-not-allowed', message, at('aggregation'))),
    ...(rules.length === 0 ? [warning('decision-without-rules', `Expected rules in ${place}, but there are none: it never decides.`, at('rules'))] : []),
    ...rules.flatMap((_rule, r) => checkRule({ element, table, r, place }, context)),
  ];
}

function aggregation({ hitPolicy, aggregation: way, outputs }: DecisionTable, place: string): string[] {
  if (way === undefined) return [];
  if (hitPolicy !== 'collect') return [`Expected “${way}” only where ${place} collects, but its hit policy is another one.`];
  return outputs.length > 1 ? [`Expected one output to take the ${way} of in ${place}, but there are ${outputs.length}.`] : [];
}

interface RuleAt {
  readonly element: Element;
  readonly table: DecisionTable;
  readonly r: number;
  readonly place: string;
}

function checkRule({ element, table, r, place }: RuleAt, { checkUnaryTests }: RuleContext): Problem[] {
  const rule = table.rules[r];
  const at = (path: string) => ({ elementId: element.id, path: `decision.rules.${r}${path}` });
  if (!rule) return [];
  if (rule.when.length !== table.inputs.length || rule.gives.length !== table.outputs.length) {
    const message = `Expected ${table.inputs.length} tests and ${table.outputs.length} results in rule ${r + 1} of ${place}, but there are ${rule.when.length} and ${rule.gives.length}.`;
    return [error('decision-row-unfit', message, at(''))];
  }
  const empty = rule.gives.flatMap((text, c) =>
    text.trim() ? [] : [error('decision-cell-missing', `Expected result ${c + 1} in rule ${r + 1} of ${place}, but it is empty.`, at(`.gives.${c}`))],
  );
  const unreadable = rule.when.flatMap((text, c) => {
    const source = expressionOf(text);
    const flaw = source === '' || source === '-' ? null : (checkUnaryTests?.(source) ?? null);
    if (flaw === null) return [];
    return [error('expression-invalid', `Expected tests in rule ${r + 1} of ${place}, but “${source.slice(0, 80)}” can't be read: ${flaw}`, at(`.when.${c}`))];
  });
  return [...empty, ...unreadable];
}
