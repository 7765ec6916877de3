import { type Element, type Graph, type Loop, type SingleTrigger, triggersOf } from '@baton/model';

/** A word that must be the same in two places, so that what is used already is offered for the other. */
export interface NamesInUse {
  readonly messages: readonly string[];
  readonly signals: readonly string[];
  readonly errors: readonly string[];
  readonly escalations: readonly string[];
  readonly jobs: readonly string[];
}

/** Names of messages, signals and jobs, codes of errors and escalations that are written somewhere in the drawing. */
export function namesInUse({ elements, messageFlows = [] }: Graph): NamesInUse {
  const triggers = elements.flatMap(allTriggers);
  const messagesOfTasks = elements.map((element) => ('message' in element ? element.message?.name : undefined));
  return {
    messages: sorted([...triggers.map((trigger) => named(trigger, 'message')), ...messagesOfTasks, ...messageFlows.map(({ message }) => message)]),
    signals: sorted(triggers.map((trigger) => named(trigger, 'signal'))),
    errors: sorted(triggers.map((trigger) => (trigger.type === 'error' ? trigger.code : undefined))),
    escalations: sorted(triggers.map((trigger) => (trigger.type === 'escalation' ? trigger.code : undefined))),
    jobs: sorted(elements.map((element) => ('job' in element ? element.job?.type : undefined))),
  };
}

/** Names of links in the scope of an event: its partners are there and nowhere else. */
export const linksBeside = (siblings: readonly Element[]): readonly string[] => sorted(siblings.flatMap(allTriggers).map((trigger) => named(trigger, 'link')));

function allTriggers(element: Element): readonly SingleTrigger[] {
  const loop: Loop | undefined = 'loop' in element ? element.loop : undefined;
  const thrown = loop && loop.kind !== 'standard' ? [...(loop.event ? [loop.event] : []), ...(loop.events ?? []).map(({ event }) => event)] : [];
  return [...triggersOf(element).map(({ trigger }) => trigger), ...thrown];
}

const named = (trigger: SingleTrigger, type: 'message' | 'signal' | 'link') => (trigger.type === type ? trigger.name : undefined);

const sorted = (names: readonly (string | undefined)[]): string[] =>
  [...new Set(names.flatMap((name) => (name?.trim() ? [name.trim()] : [])))].sort((a, b) => a.localeCompare(b));
