import type { ActiveElement, WaitingFor } from '@baton/contract';
import type { Element } from '@baton/model';
import { causeWords } from '../../incidents/cause-words.ts';
import { awaitedBy, calledBy } from './awaited-words.ts';
import { sayDue, sayDuration, sayFuture, sayPast } from './when.ts';

export type StepStatus = 'running' | 'waiting' | 'attention' | 'done' | 'canceled';

/** `headline`: "Waiting for Maria Lopez". `since`: "since Tue, due tomorrow 14:02". `detail`: a sentence more, where there is one. */
export type WaitingReason = { readonly status: StepStatus; readonly headline: string; readonly since: string; readonly detail: string | null };

/** Why a step stands where it stands, in words. `drawn`: the step in the drawing, which knows what it listens for. */
export function waitingReason(element: ActiveElement, now: number, drawn?: Element): WaitingReason {
  if (element.incident)
    return {
      status: 'attention',
      headline: 'Needs attention',
      since: `since ${sayPast(Date.parse(element.incident.at), now)}`,
      detail: causeWords(element.incident.message).headline,
    };

  const since = `since ${sayPast(Date.parse(element.since), now)}`;
  if (element.waitingFor) return reasonFor(element.waitingFor, { since, now, drawn });
  const awaited = drawn && awaitedBy(drawn);
  return awaited ? waitingFor(awaited, since) : { ...plainlyRunning, since };
}

const plainlyRunning = { status: 'running', headline: 'Running', detail: null } as const;

const waitingFor = (what: string, since: string): WaitingReason => ({ status: 'waiting', headline: `Waiting for ${what}`, since, detail: null });

interface Told {
  readonly since: string;
  readonly now: number;
  readonly drawn: Element | undefined;
}

/** The engine's other waits have a sentence here before the wire tells of them: the drawing says what for. */
type Kind = WaitingFor['kind'] | 'event' | 'call' | 'activation' | 'data';
type Reason = { readonly [K in Kind]: (waiting: Extract<WaitingFor, { kind: K }>, told: Told) => WaitingReason };

const REASONS: Reason = {
  children: (_, { since }) => ({ ...plainlyRunning, since }),
  person: (waiting, { since, now }) => ({
    status: 'waiting',
    headline: `Waiting for ${whoIsAsked(waiting)}`,
    since: waiting.dueAt ? `${since}, ${sayDue(Date.parse(waiting.dueAt), now)}` : since,
    detail: null,
  }),
  worker: (waiting, { since, now }) => ({ status: 'running', headline: 'Running', since, detail: howTheJobGoes(waiting, now) }),
  timer: ({ dueAt }, { since, now }) => {
    const at = Date.parse(dueAt);
    return { status: 'waiting', headline: `Waiting until ${sayFuture(at, now)}`, since, detail: at > now ? `${sayDuration(at - now)} to go.` : 'Due now.' };
  },
  event: (_, { since, drawn }) => waitingFor((drawn && awaitedBy(drawn)) ?? 'an event', since),
  call: (_, { since, drawn }) => waitingFor(calledBy(drawn), since),
  activation: (_, { since }) => waitingFor('somebody to choose a step', since),
  data: (_, { since }) => waitingFor('data', since),
};

function reasonFor<K extends WaitingFor['kind']>(waiting: Extract<WaitingFor, { kind: K }> & { kind: K }, told: Told): WaitingReason {
  const say: Reason[K] = REASONS[waiting.kind];
  return say(waiting, told);
}

type Asked = Pick<Extract<WaitingFor, { kind: 'person' }>, 'assignee' | 'candidateUsers' | 'candidateGroups'>;

export function whoIsAsked({ assignee, candidateUsers, candidateGroups }: Asked): string {
  if (assignee) return assignee.name;
  const candidates = [...candidateGroups, ...candidateUsers];
  const [first, second] = candidates;
  if (first === undefined) return 'somebody to take it';
  if (second === undefined) return first;
  return candidates.length === 2 ? `${first} or ${second}` : `${first}, ${second} or ${candidates.length - 2} more`;
}

function howTheJobGoes({ jobType, retries, lastFailure, retryAt }: Extract<WaitingFor, { kind: 'worker' }>, now: number): string {
  if (!lastFailure) return `Job “${jobType}” for a worker.`;
  const left = retries === 1 ? '1 try left' : `${retries} tries left`;
  const wait = retryAt ? Date.parse(retryAt) - now : 0;
  return `${sentence(lastFailure)} ${left}, ${wait > 0 ? `next in ${sayDuration(wait)}` : 'next at once'}.`;
}

const sentence = (text: string) => (/[.!?]$/.test(text) ? text : `${text}.`);

/** "Waiting for Maria Lopez since Tue, due tomorrow 14:02": one line where there is room for one. */
export const inOneLine = ({ headline, since }: WaitingReason) => `${headline} ${since}`;
