import { DEFAULT_RETRIES } from '@baton/model';
import type { Actor, CommandOf } from '../command.ts';
import type { IncidentCode, Key } from '../event.ts';
import type { Execution } from '../execution.ts';
import { retriesOf } from '../mechanics/jobs.ts';
import { waitingAt } from '../mechanics/joins.ts';
import { type OpenIncident, ROOT_KEY } from '../state.ts';
import { type Handler, reject, rejectValues } from './handler.ts';

export const fireTimer: Handler<CommandOf<'fireTimer'>> = (x, { timerKey }) => {
  const timer = Object.hasOwn(x.draft.timers, timerKey) ? x.draft.timers[timerKey] : undefined;
  if (!timer) return reject('timer-not-found', `Expected a waiting timer ${timerKey}, but there is none, or it has gone off.`);
  const token = x.draft.element(timer.key);
  x.emit({ type: 'timer.fired', timerKey, elementId: timer.elementId });
  x.happen(x.process.node(timer.elementId), token, { kind: 'timer', timer });
  return null;
};

export const setVariables: Handler<CommandOf<'setVariables'>> = (x, { scopeKey = ROOT_KEY, variables, by }) => {
  if (!x.draft.elements.has(scopeKey)) return reject('scope-not-found', `Expected a live element ${scopeKey} to hold the variables, but there is none.`);
  const rejection = rejectValues(x, variables);
  if (rejection) return rejection;
  if (Object.keys(variables).length) x.emit({ type: 'variables.set', scope: scopeKey, values: variables, by });
  return null;
};

export const cancel: Handler<CommandOf<'cancel'>> = (x, { reason, by }) => {
  x.cancel(ROOT_KEY);
  x.emit({ type: 'instance.cancelled', by, ...(reason === undefined ? {} : { reason }) });
  return null;
};

type Resolve = CommandOf<'resolveIncident'>;

export const resolveIncident: Handler<Resolve> = (x, command) => {
  const { incidentKey } = command;
  const incident = Object.hasOwn(x.draft.incidents, incidentKey) ? x.draft.incidents[incidentKey] : undefined;
  if (!incident) return reject('incident-not-found', `Expected an open incident ${incidentKey}, but there is none, or it is resolved.`);
  const resolve = RESOLVE[incident.code] ?? proceed;
  resolve(x, incident, command);
  return null;
};

const resolved = (x: Execution, incidentKey: Key, by: Actor, jobRetry?: { readonly key: Key; readonly retries: number }) =>
  x.emit({ type: 'incident.resolved', incidentKey, by, ...(jobRetry ? { jobRetry } : {}) });

type Resolution = (x: Execution, incident: OpenIncident, command: Resolve) => void;

/** Runs again from where it stopped; an event that could not be listened for is listened for again. */
const proceed: Resolution = (x, { key, elementId }, { incidentKey, by }) => {
  resolved(x, incidentKey, by);
  const token = x.draft.element(key);
  if (token.elementId === elementId) x.proceed(token);
  else x.listenAgain(x.process.node(elementId), token);
};

const retryJob: Resolution = (x, { key }, { incidentKey, retries, by }) => {
  resolved(x, incidentKey, by, { key, retries: retries ?? configuredRetries(x, key) });
};

/** Where resolving is more than going on. */
const RESOLVE: { readonly [C in IncidentCode]?: Resolution } = {
  'job-failed': retryJob,
  /** Thrown by a worker: its job is tried again; by an event: it is thrown again. */
  'error-uncaught': (x, incident, command) => (x.draft.element(incident.key).awaits?.kind === 'job' ? retryJob : proceed)(x, incident, command),
  /** Somebody has decided to go on without the flows that can't come. */
  'join-starved': (x, { key, elementId }, { incidentKey, by }) => {
    resolved(x, incidentKey, by);
    x.join(x.process.node(elementId), key, waitingAt(x, key, elementId));
  },
};

/** As many tries as the element says, at least one. */
function configuredRetries(x: Execution, key: Key): number {
  const token = x.draft.element(key);
  const element = x.process.process.node(token.elementId);
  const setting = 'job' in element ? element.job : undefined;
  const retries = setting && retriesOf(setting)(x, x.nodeOf(token), key);
  return Math.max(1, retries?.ok ? retries.value : DEFAULT_RETRIES);
}
