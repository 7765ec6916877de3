import type { CommandOf } from '../command.ts';
import type { Execution } from '../execution.ts';
import { failAt, throwEscalation } from '../mechanics/errors.ts';
import { hearSignal } from '../mechanics/signals.ts';
import type { LiveElement } from '../state.ts';
import { type Handler, reject, rejectValues } from './handler.ts';

export const correlateMessage: Handler<CommandOf<'correlateMessage'>> = (x, { subscriptionKey, messageId, variables }) => {
  if (x.draft.subscriptions.get(subscriptionKey)?.kind !== 'message') {
    return reject('subscription-not-found', `Expected somebody to wait for the message (${subscriptionKey}), but nobody does, or it has come already.`);
  }
  const rejection = rejectValues(x, variables);
  if (rejection) return rejection;
  x.trigger(subscriptionKey, { kind: 'event', values: variables }, messageId);
  return null;
};

export const deliverSignal: Handler<CommandOf<'deliverSignal'>> = (x, { name, variables, sinceKey = 0 }) => {
  const rejection = rejectValues(x, variables);
  if (rejection) return rejection;
  const isHeard = hearSignal(x, name, variables, (number) => number >= sinceKey);
  return isHeard ? null : reject('subscription-not-found', `Expected somebody to wait for the signal “${name}”, but nobody does.`);
};

function findCall(x: Execution, callKey: string): LiveElement | null {
  for (const element of x.draft.elements.values()) if (element.awaits?.kind === 'call' && element.awaits.callKey === callKey) return element;
  return null;
}
const noCall = (callKey: string) => reject('call-not-found', `Expected call ${callKey} to be under way, but it is over or was cancelled.`);

export const completeCall: Handler<CommandOf<'completeCall'>> = (x, { callKey, variables }) => {
  const caller = findCall(x, callKey);
  if (!caller) return noCall(callKey);
  x.emit({ type: 'call.ended', callKey, key: caller.key, elementId: caller.elementId, outcome: 'completed' });
  const node = x.nodeOf(caller);
  const problem = x.checkValues(node, variables);
  if (problem) x.raise(node, x.draft.element(caller.key), problem, 'ready');
  else x.resume(node, caller, { kind: 'call', values: variables });
  return null;
};

export const failCall: Handler<CommandOf<'failCall'>> = (x, { callKey, code, message, variables }) => {
  const caller = findCall(x, callKey);
  if (!caller) return noCall(callKey);
  x.emit({ type: 'call.ended', callKey, key: caller.key, elementId: caller.elementId, outcome: 'failed' });
  failAt(x, caller.key, { code, values: variables, ...(message === undefined ? {} : { message }) });
  return null;
};

/** Resolving the incident calls again. */
export const breakCall: Handler<CommandOf<'breakCall'>> = (x, { callKey, message }) => {
  const caller = findCall(x, callKey);
  if (!caller) return noCall(callKey);
  x.emit({ type: 'call.ended', callKey, key: caller.key, elementId: caller.elementId, outcome: 'failed' });
  x.raise(x.nodeOf(caller), x.draft.element(caller.key), { code: 'call-failed', message }, 'ready');
  return null;
};

export const escalateCall: Handler<CommandOf<'escalateCall'>> = (x, { callKey, code, variables }) => {
  const caller = findCall(x, callKey);
  if (!caller) return noCall(callKey);
  throwEscalation(x, caller, { code, values: variables });
  return null;
};

export const activateStep: Handler<CommandOf<'activateStep'>> = (x, { scopeKey, elementId }) => {
  const scope = x.draft.elements.get(scopeKey);
  const node = scope && x.nodeOf(scope);
  const step = node?.isAdHoc ? node.starts.find((each) => each.id === elementId) : undefined;
  if (!scope || !node || !step || (scope.awaits?.kind !== 'activation' && scope.awaits?.kind !== 'children')) {
    return reject('step-not-found', `Expected a step of an open ad-hoc sub-process, but ${elementId} is none in ${scopeKey}.`);
  }
  if (scope.awaits.kind === 'activation') x.emit({ type: 'element.waiting', key: scopeKey, awaits: { kind: 'children' } });
  x.enter(step, scopeKey);
  x.lookAt(scopeKey);
  return null;
};
