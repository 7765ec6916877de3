import { ELEMENTS } from '../elements/registry.ts';
import type { Element } from '../graph.ts';
import type { GraphIndex } from '../graph-index.ts';
import { nameOf } from '../naming.ts';
import { error, type Problem, warning } from '../problem.ts';
import { forEachElement, type Rule } from './rule.ts';

/** A gateway brings flows together or parts them, and one with a rule of its own has that rule (BPMN 2.0.2, 10.6 and 10.6.5). */
export const gatewaysAreSound: Rule = forEachElement((element, { index }) => {
  if (ELEMENTS[element.type].category !== 'gateway') return [];
  return [...idle(element, index), ...activation(element, index)];
});

function idle(gateway: Element, index: GraphIndex): Problem[] {
  if (gateway.type === 'eventBasedGateway' || index.incoming(gateway.id).length !== 1 || index.outgoing(gateway.id).length !== 1) return [];
  const message = `Expected ${nameOf(gateway)} to part flows or to bring them together, but one leads in and one out: it does nothing.`;
  return [warning('gateway-idle', message, { elementId: gateway.id, fix: { type: 'remove', id: gateway.id, label: 'Delete it' } })];
}

function activation(gateway: Element, index: GraphIndex): Problem[] {
  if (gateway.type !== 'complexGateway' || index.incoming(gateway.id).length < 2 || gateway.activationCondition?.trim()) return [];
  const message = `Expected ${nameOf(gateway)} to say when enough tokens have come, because several flows lead there, but it has no rule.`;
  const fix = { type: 'set', id: gateway.id, property: 'activationCondition', value: 'activationCount >= 1', label: 'Go on with the first' } as const;
  return [error('activation-missing', message, { elementId: gateway.id, path: 'activationCondition', fix })];
}
