import type { LiveEvent, LiveEventOf, LiveEventType, Person } from '@baton/contract';
import type { GraphWords } from '../graph-words.ts';
import { sayMoment } from './when.ts';

/** One line of the log: what happened, to which step, and who did it. */
export type EventWords = { readonly what: string; readonly elementId: string | null; readonly by: Person | null; readonly detail: string | null };

type Say<T extends LiveEventType> = (event: LiveEventOf<T>, words: GraphWords, now: number) => Partial<Omit<EventWords, 'what'>> & { what: string };

const atStep = (what: string, elementId: string, more: Partial<EventWords> = {}) => ({ ...more, what, elementId });
const ASSIGNED = { claimed: 'Task taken', unclaimed: 'Task put back', assigned: 'Task given' } as const;

const WORDS: { readonly [T in LiveEventType]: Say<T> } = {
  'instance.started': ({ by, variables }) => ({ what: 'Process started', by, detail: namesOf(variables) }),
  'instance.completed': () => ({ what: 'Process finished' }),
  'instance.cancelled': ({ by, reason }) => ({ what: 'Process canceled', by, detail: reason ?? null }),
  'instance.failed': ({ code, message }) => ({ what: 'Process ended with an error', detail: message ?? code }),
  'element.started': ({ elementId }) => atStep('Step started', elementId),
  'element.waiting': ({ elementId, waitingFor }) => atStep(WAITING[waitingFor.kind], elementId),
  'element.completed': ({ elementId }) => atStep('Step done', elementId),
  'element.cancelled': ({ elementId }) => atStep('Step canceled', elementId),
  'flow.taken': ({ flowId }, words) => ({ what: 'Path taken', detail: flowWords(flowId, words) }),
  'flow.parked': ({ elementId, flowId }, words) => atStep('Waits at a join', elementId, { detail: flowWords(flowId, words) }),
  'flows.joined': ({ elementId }) => atStep('Paths joined', elementId),
  'flows.dropped': ({ elementId }) => atStep('Waiting paths dropped', elementId),
  'variables.changed': ({ values, by }) => ({ what: 'Data changed', by: by ?? null, detail: namesOf(values) }),
  'task.assigned': ({ elementId, assignee, how, by }) =>
    atStep(ASSIGNED[how], elementId, { by, detail: how === 'assigned' ? (assignee?.name ?? 'nobody') : null }),
  'task.completed': ({ elementId, outcome, comment, by }) =>
    atStep(outcome ? `Decided: ${outcome}` : 'Task completed', elementId, { by, detail: comment ?? null }),
  'job.failed': ({ elementId, message, retries }) =>
    atStep('Job failed', elementId, { detail: `${message} (${retries === 1 ? '1 try' : `${retries} tries`} left)` }),
  'timer.scheduled': ({ elementId, dueAt }, _, now) => atStep('Timer set', elementId, { detail: sayMoment(Date.parse(dueAt), now) }),
  'timer.fired': ({ elementId }) => atStep('Timer fired', elementId),
  'timer.cancelled': ({ elementId }) => atStep('Timer stopped', elementId),
  'listening.begun': ({ elementId, event, name, correlationKey }) =>
    atStep(LISTENS[event], elementId, { detail: [name, correlationKey].filter(Boolean).join(', ') || null }),
  'listening.ended': ({ elementId, how }) => atStep(how === 'triggered' ? 'It has come' : 'Listening stopped', elementId),
  'message.sent': ({ elementId, name, correlationKey }) => atStep('Message sent', elementId, { detail: [name, correlationKey].filter(Boolean).join(', ') }),
  'signal.sent': ({ elementId, name }) => atStep('Signal sent', elementId, { detail: name }),
  'error.thrown': ({ elementId, code, message }) => atStep('Error thrown', elementId, { detail: message ?? code }),
  'escalation.thrown': ({ elementId, code, message }) => atStep('Escalated', elementId, { detail: message ?? code }),
  'call.started': ({ elementId, processKey }) => atStep('Process called', elementId, { detail: processKey }),
  'call.ended': ({ elementId, how }) => atStep(CALL_ENDED[how], elementId),
  'loop.begun': ({ elementId, total }) => atStep('Rounds began', elementId, { detail: total === undefined ? null : `${total} in all` }),
  'loop.roundBegun': ({ elementId, iteration }) => atStep(`Round ${iteration} began`, elementId),
  'loop.roundEnded': ({ elementId, iteration }) => atStep(`Round ${iteration} ended`, elementId),
  'compensation.begun': ({ elementId }) => atStep('Undoing began', elementId),
  'compensation.started': ({ elementId }) => atStep('Undoing a step', elementId),
  'compensation.ended': ({ elementId }) => atStep('Undoing ended', elementId),
  'incident.raised': ({ elementId, message }) => atStep('Needs attention', elementId, { detail: message }),
  'incident.resolved': ({ by }) => ({ what: 'Tried again', by: by ?? null }),
};
const WAITING = {
  children: 'Steps inside began',
  person: 'Task opened',
  worker: 'Job opened',
  timer: 'Timer runs',
  event: 'Waits for an event',
  call: 'Waits for another process',
  activation: 'Waits for somebody to choose a step',
} as const;
const LISTENS = { message: 'Waits for a message', signal: 'Waits for a signal', conditional: 'Waits for a condition' } as const;
const CALL_ENDED = { completed: 'Called process ended', failed: 'Called process failed', cancelled: 'Call stopped' } as const;

/** What an event means, in words. */
export function eventWords<T extends LiveEventType>(event: LiveEventOf<T> & { type: T }, words: GraphWords, now: number): EventWords {
  const say: Say<T> = WORDS[event.type];
  return { elementId: null, by: null, detail: null, ...say(event, words, now) };
}

/** Done by a person, not by the process itself. */
export const isByPerson = (event: LiveEvent): boolean => 'by' in event && event.by !== undefined;

const namesOf = (values: object) => Object.keys(values).join(', ') || null;

function flowWords(flowId: string, words: GraphWords): string {
  const flow = words.flow(flowId);
  if (!flow) return flowId;
  const ends = `${words.nameOf(flow.from)} → ${words.nameOf(flow.to)}`;
  return flow.name ? `${ends} (${flow.name})` : ends;
}
