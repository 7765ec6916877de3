import type { Element, Process } from '@baton/model';

/**
 * The human tasks of a process in the order in which a token would meet them, each once; those in sub-processes where these
 * stand. Only the way from the start: what hangs on a border event (a reminder, an escalation) is no step ahead of anybody.
 */
export function humanSteps(process: Process): Element[] {
  const seen = new Set<string>();
  const steps: Element[] = [];
  const visit = (element: Element): void => {
    if (seen.has(element.id)) return;
    seen.add(element.id);
    if (element.type === 'userTask') steps.push(element);
    walk(process.startsOf(element.id));
    walk(process.outgoing(element.id).map((flow) => flow.to));
  };
  const walk = (next: readonly (Element | string)[]): void => {
    const queue = next.map((each) => (typeof each === 'string' ? process.node(each) : each));
    for (const element of queue) if (element.type !== 'process') visit(element);
  };
  walk(process.startsOf(process.key));
  return steps;
}
