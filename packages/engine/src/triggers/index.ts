import type { SingleTrigger, Trigger } from '@baton/model';
import { DONE } from '../behaviour.ts';
import { succeed } from '../result.ts';
import type { TriggerBehaviour, TriggerVerbs } from '../trigger.ts';
import { cancel } from './cancel.ts';
import { compensation } from './compensation.ts';
import { conditional } from './conditional.ts';
import { error } from './error.ts';
import { escalation } from './escalation.ts';
import { link } from './link.ts';
import { message } from './message.ts';
import { signal } from './signal.ts';
import { terminate } from './terminate.ts';
import { timer } from './timer.ts';

/** What every trigger does when it is caught or thrown. */
const TRIGGER_BEHAVIOURS: { readonly [T in SingleTrigger['type']]: TriggerBehaviour<T> } = {
  timer,
  message,
  signal,
  error,
  escalation,
  conditional,
  compensation,
  link,
  cancel,
  terminate,
};

type TriggerMap = { [T in SingleTrigger['type']]: Extract<SingleTrigger, { type: T }> };

function bind<T extends SingleTrigger['type']>(
  table: { readonly [K in T]: (trigger: TriggerMap[K]) => Partial<Omit<TriggerVerbs, 'type'>> },
  trigger: { [K in T]: TriggerMap[K] }[T],
): TriggerVerbs {
  const type: T = trigger.type;
  const nothing = succeed(null);
  return { type, listen: () => nothing, throw: () => DONE, condition: null, code: null, codeVariable: null, messageVariable: null, ...table[type](trigger) };
}

/** The triggers of an event one by one: none, one, or those of a multiple one. */
export function compileTriggers(trigger: Trigger | undefined): readonly TriggerVerbs[] {
  if (!trigger) return [];
  const singles = trigger.type === 'multiple' || trigger.type === 'parallelMultiple' ? trigger.triggers : [trigger];
  return singles.map((single) => bind(TRIGGER_BEHAVIOURS, single));
}
