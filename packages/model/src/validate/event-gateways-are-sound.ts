import type { Element, ElementOf } from '../graph.ts';
import type { GraphIndex } from '../graph-index.ts';
import { capital, nameOf } from '../naming.ts';
import { error, type Fix, type Problem } from '../problem.ts';
import { triggersOf } from '../triggers/triggers-of.ts';
import { forEachElement, type Rule } from './rule.ts';

/** What stands behind an event-based gateway, beside what `canConnect` says of each flow alone (BPMN 2.0.2, 10.6.6). */
export const eventGatewaysAreSound: Rule = forEachElement((gateway, { index }) => {
  if (gateway.type !== 'eventBasedGateway') return [];
  const targets = index.outgoing(gateway.id).flatMap((flow) => index.element(flow.to) ?? []);
  return [
    ...(targets.length === 1 ? [tooFew(gateway)] : []),
    ...mixed(gateway, targets),
    ...targets.flatMap((target) => [...otherIncoming(gateway, target, index), ...borderEvents(gateway, target, index)]),
    ...parallel(gateway, targets),
  ];
});

function tooFew(gateway: Element): Problem {
  const fix: Fix = { type: 'append', after: gateway.id, elementType: 'intermediateCatchEvent', label: 'Add an event to wait for' };
  return error('event-gateway-too-few', `Expected at least two events behind ${nameOf(gateway)}, but there is one: it has nothing to choose from.`, {
    elementId: gateway.id,
    fix,
  });
}

const waitsForMessage = (element: Element) => element.type === 'receiveTask' || triggersOf(element).some(({ trigger }) => trigger.type === 'message');

function mixed(gateway: Element, targets: readonly Element[]): Problem[] {
  const task = targets.find(({ type }) => type === 'receiveTask');
  const event = targets.find((target) => target.type !== 'receiveTask' && waitsForMessage(target));
  if (!task || !event) return [];
  const message = `Expected message events or receive tasks behind ${nameOf(gateway)}, but both are there: ${nameOf(event)} and ${nameOf(task)}.`;
  return [error('event-gateway-mixed', message, { elementId: gateway.id })];
}

function otherIncoming(gateway: Element, target: Element, index: GraphIndex): Problem[] {
  const other = index.incoming(target.id).find((flow) => flow.from !== gateway.id);
  if (!other) return [];
  const message = `Expected no other flow to ${nameOf(target)}, because it waits behind ${nameOf(gateway)}, but there is one.`;
  return [error('event-gateway-target', message, { elementId: target.id, fix: { type: 'remove', id: other.id, label: 'Delete the other flow' } })];
}

function borderEvents(gateway: Element, target: Element, index: GraphIndex): Problem[] {
  return index.boundaryEventsOf(target.id).map(({ id }) => {
    const message = `Expected no border events on ${nameOf(target)}, because it waits behind ${nameOf(gateway)}, but there is one.`;
    return error('event-gateway-target', message, { elementId: id, fix: { type: 'remove', id, label: 'Delete the border event' } });
  });
}

/** Only an instance that doesn't exist yet can wait for all of them, and only messages say which one they mean. */
function parallel(gateway: ElementOf<'eventBasedGateway'>, targets: readonly Element[]): Problem[] {
  if (gateway.eventGatewayType !== 'parallel') return [];
  const where = { elementId: gateway.id, path: 'eventGatewayType' };
  if (!gateway.instantiate) {
    const fix: Fix = { type: 'set', id: gateway.id, property: 'eventGatewayType', value: null, label: 'Wait for the first' };
    const message = `${capital(nameOf(gateway))} waits for all of its events: expected that only where a process starts, but it doesn't start one.`;
    return [error('event-gateway-parallel', message, { ...where, fix })];
  }
  return targets
    .filter((target) => !waitsForMessage(target))
    .map((target) =>
      error('event-gateway-parallel', `Expected only messages behind ${nameOf(gateway)}, which waits for all of them, but ${nameOf(target)} is none.`, {
        elementId: target.id,
      }),
    );
}
