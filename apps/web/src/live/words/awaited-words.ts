import type { Element, SingleTrigger, Trigger } from '@baton/model';

/** A name as it stands in the drawing; a formula gives another one each time, so it is not told. */
const named = (kind: string, name: string | undefined): string => (name?.trim() && !name.startsWith('=') ? `${kind} “${name.trim()}”` : `a ${kind}`);

const anError = (kind: string, code: string | undefined) => (code?.trim() && !code.startsWith('=') ? `${kind} “${code.trim()}”` : `an ${kind}`);

const TRIGGER_WORDS: { readonly [T in SingleTrigger['type']]: (trigger: Extract<SingleTrigger, { type: T }>) => string } = {
  message: ({ name }) => named('message', name),
  signal: ({ name }) => named('signal', name),
  timer: () => 'a time',
  conditional: ({ condition }) => (condition?.trim() ? `the condition “${condition.replace(/^=/, '').trim()}”` : 'a condition'),
  error: ({ code }) => anError('error', code),
  escalation: ({ code }) => anError('escalation', code),
  link: ({ name }) => named('link', name),
  compensation: () => 'an undoing',
  cancel: () => 'a cancellation',
  terminate: () => 'an end',
};

function singleWords<T extends SingleTrigger['type']>(trigger: Extract<SingleTrigger, { type: T }> & { type: T }): string {
  const say: (typeof TRIGGER_WORDS)[T] = TRIGGER_WORDS[trigger.type];
  return say(trigger);
}

const joined = (words: readonly string[], by: 'or' | 'and') => (words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${by} ${words.at(-1)}`);

function triggerWords(trigger: Trigger): string {
  if (trigger.type !== 'multiple' && trigger.type !== 'parallelMultiple') return singleWords(trigger);
  const words = trigger.triggers.map((each) => singleWords(each));
  return joined(words, trigger.type === 'multiple' ? 'or' : 'and') || 'several events';
}

/** What an element listens for, from its drawing: "message “payment received”". `null`: nothing that could come from outside. */
export function awaitedBy(element: Element): string | null {
  if (element.type === 'receiveTask') return named('message', element.message?.name);
  if (element.type === 'eventBasedGateway') return element.eventGatewayType === 'parallel' ? 'all of the events after it' : 'the first of the events after it';
  if (element.type !== 'intermediateCatchEvent' && element.type !== 'boundaryEvent' && element.type !== 'startEvent') return null;
  return element.trigger ? triggerWords(element.trigger) : null;
}

/** The process a step calls. */
export function calledBy(element: Element | undefined): string {
  const called = element?.type === 'callActivity' ? element.calledElement?.trim() : undefined;
  return called && !called.startsWith('=') ? `the process “${called}”` : 'a called process';
}
