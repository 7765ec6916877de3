import type { Element, Process, SingleTrigger } from '@baton/model';

/** Ids of what that event starts in a process; behind an instantiating gateway it is the gateway's event. */
export function startsBy(process: Process, event: 'message' | 'signal', name: string): string[] {
  return process
    .triggeredStartsOf(process.key)
    .flatMap((start) => (start.type === 'eventBasedGateway' ? process.outgoing(start.id).map((flow) => process.node(flow.to)) : [start]))
    .filter((start): start is Element => start.type !== 'process' && triggersOf(start).some((each) => each.type === event && named(each) === name))
    .map((start) => start.id);
}
/** What an event, or a receive task, waits for or throws. */
export function triggersOf(start: Element): readonly SingleTrigger[] {
  if (start.type === 'receiveTask') return [{ type: 'message', ...start.message }];
  const trigger = 'trigger' in start ? start.trigger : undefined;
  if (!trigger) return [];
  return trigger.type === 'multiple' || trigger.type === 'parallelMultiple' ? trigger.triggers : [trigger];
}
const named = (trigger: SingleTrigger): string | null => ('name' in trigger && trigger.name !== undefined ? trigger.name : null);
