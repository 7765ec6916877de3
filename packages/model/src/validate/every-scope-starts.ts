import { ELEMENTS } from '../elements/registry.ts';
import type { Element } from '../graph.ts';
import { nameOf } from '../naming.ts';
import { error, type Problem } from '../problem.ts';
import type { Rule, RuleContext } from './rule.ts';

/** The process and each sub-process begin at exactly one plain start event. */
export const everyScopeStarts: Rule = (context) => {
  const containers = context.graph.elements.filter((element) => ELEMENTS[element.type].category === 'container');
  return [undefined, ...containers].flatMap((scope) => startsOf(scope, context));
};

function startsOf(scope: Element | undefined, { index }: RuleContext): Problem[] {
  const starts = index.childrenOf(scope?.id).filter((element) => element.type === 'startEvent');
  const place = scope ? nameOf(scope) : 'the process';
  if (starts.length === 0) {
    const fix = { type: 'add', elementType: 'startEvent', ...(scope && { parent: scope.id }), label: 'Add a start' } as const;
    return [error('start-missing', `Expected ${place} to have a start, but there is none.`, { ...(scope && { elementId: scope.id }), fix })];
  }
  return starts.slice(1).map(({ id }) => {
    const fix = { type: 'remove', id, label: 'Delete this start' } as const;
    return error('start-duplicate', `Expected ${place} to have one start, but there are ${starts.length}.`, { elementId: id, fix });
  });
}
