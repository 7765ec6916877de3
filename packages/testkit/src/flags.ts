import type { Element, Flow, Process } from '@baton/model';

/** Variables, as far as the game knows any: conditions are `name`, `not(name)`, `true` or `false`. */
export type Flags = { readonly [name: string]: boolean };

export function holds(condition: string | undefined, flags: Flags): boolean {
  if (condition === undefined || condition === 'true') return true;
  const negated = /^not\((\w+)\)$/.exec(condition)?.[1];
  return negated === undefined ? flags[condition] === true : flags[negated] !== true;
}

/** Which ways a token takes out of an element. BPMN 2.0.2, 13.2.1: the default when no condition holds, even beside flows without one. */
export function chosenFlows(process: Process, element: Element, flags: Flags): readonly Flow[] {
  const flows = process.outgoing(element.id);
  if (element.type === 'parallelGateway' || element.type === 'eventBasedGateway') return flows;
  const open = flows.filter(({ condition, isDefault }) => !isDefault && holds(condition, flags));
  const conditional = flows.filter(({ condition, isDefault }) => !isDefault && condition !== undefined);
  const isElse = conditional.length ? !conditional.some((flow) => open.includes(flow)) : !open.length;
  const taken = element.type === 'exclusiveGateway' ? open.slice(0, 1) : open;
  return isElse ? [...taken, ...flows.filter(({ isDefault }) => isDefault)] : taken;
}
