import type { Element, Flow } from '../graph.ts';
import { nameOf, nameOfFlow } from '../naming.ts';
import { error, type Problem } from '../problem.ts';
import { expressionOf } from '../text.ts';
import { triggersOf } from '../triggers/triggers-of.ts';
import type { Rule, RuleContext } from './rule.ts';

/** A number or a quoted text alone: whatever runs, it is neither true nor false. */
const NEVER_BOOLEAN = /^(-?\d+(\.\d+)?|"[^"]*")$/;

/** Where somebody asks whether, the answer can be yes or no. */
export const conditionsCanBeTrue: Rule = (context) => [
  ...context.graph.flows.flatMap((flow) => check([['condition', flow.condition]], ownerOfFlow(flow, context))),
  ...context.graph.elements.flatMap((element) => check(conditionsOf(element), { id: element.id, name: nameOf(element) })),
];

interface Owner {
  readonly id: string;
  readonly name: string;
}
const ownerOfFlow = (flow: Flow, { index }: RuleContext): Owner => ({ id: flow.id, name: nameOfFlow(index, flow) });

type Condition = readonly [path: string, text: string | undefined];

function check(conditions: readonly Condition[], { id, name }: Owner): Problem[] {
  return conditions.flatMap(([path, text = '']) => {
    const source = expressionOf(text);
    if (!NEVER_BOOLEAN.test(source)) return [];
    return [
      error('condition-not-boolean', `Expected a condition that is true or false at ${name}, but found “${source.slice(0, 40)}”.`, { elementId: id, path }),
    ];
  });
}

function conditionsOf(element: Element): readonly Condition[] {
  const loop = 'loop' in element ? element.loop : undefined;
  return [
    ...triggersOf(element).flatMap(({ trigger, path }): Condition[] => (trigger.type === 'conditional' ? [[`${path}.condition`, trigger.condition]] : [])),
    ...('activationCondition' in element ? [['activationCondition', element.activationCondition] as const] : []),
    ...('completionCondition' in element ? [['completionCondition', element.completionCondition] as const] : []),
    ...(loop?.kind === 'standard' ? [['loop.condition', loop.condition] as const] : []),
    ...(loop && loop.kind !== 'standard' ? [['loop.completionCondition', loop.completionCondition] as const] : []),
    ...(loop && loop.kind !== 'standard' ? (loop.events ?? []).map((each, i): Condition => [`loop.events.${i}.condition`, each.condition]) : []),
  ];
}
