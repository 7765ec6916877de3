import type { ActiveElement, InstanceView } from '@baton/contract';
import type { Element } from '@baton/model';
import { initialsOf } from '../../ui/avatar.tsx';
import type { GraphWords } from '../graph-words.ts';
import { inOneLine, type StepStatus, type WaitingReason, waitingReason } from '../words/waiting-reason.ts';

/** What the diagram shows at one element; `count` from 2 on. */
export type ElementActivity = {
  readonly state: StepStatus | 'not-reached';
  readonly count?: number;
  readonly initials?: string;
  readonly words?: string;
};
export type DiagramStates = {
  readonly elements: Readonly<Record<string, ElementActivity>>;
  readonly flows: Readonly<Record<string, 'taken' | 'not-reached'>>;
};

const GRAVEST_FIRST: readonly StepStatus[] = ['attention', 'waiting', 'running'];

/** What each drawn element and flow shows. */
export function diagramStates(view: InstanceView, words: GraphWords, now: number): DiagramStates {
  const active = byElement(view);
  const elements = words.graph.elements.map((element) => {
    const { id } = element;
    return [
      id,
      activityOf({
        element,
        here: innermost(active.get(id) ?? []),
        finished: ofId(view.finished, id),
        parked: ofId(view.parked, id),
        incoming: words.incoming(id).length,
        now,
      }),
    ] as const;
  });
  const flows = words.graph.flows.map(({ id }) => [id, Object.hasOwn(view.flows, id) ? 'taken' : 'not-reached'] as const);
  return { elements: Object.fromEntries(elements), flows: Object.fromEntries(flows) };
}

function byElement(view: InstanceView): ReadonlyMap<string, readonly ActiveElement[]> {
  const groups = new Map<string, ActiveElement[]>();
  for (const element of Object.values(view.active)) groups.set(element.elementId, [...(groups.get(element.elementId) ?? []), element]);
  return groups;
}

const ofId = <V>(record: Readonly<Record<string, V>>, id: string): V | undefined => (Object.hasOwn(record, id) ? record[id] : undefined);

interface AtElement {
  readonly element: Element;
  readonly here: readonly ActiveElement[];
  readonly finished: InstanceView['finished'][string] | undefined;
  /** Flows that wait here for others, if it is a join. */
  readonly parked: readonly string[] | undefined;
  readonly incoming: number;
  readonly now: number;
}

function activityOf({ element: drawn, here, finished, parked, incoming, now }: AtElement): ElementActivity {
  const reasons = here.map((element) => ({ element, reason: waitingReason(element, now, drawn) }));
  const [gravest] = reasons.sort((a, b) => GRAVEST_FIRST.indexOf(a.reason.status) - GRAVEST_FIRST.indexOf(b.reason.status));
  if (gravest) return { state: gravest.reason.status, ...countOf(here.length), ...initials(gravest.element), words: inWords(gravest.reason, here.length) };
  if (parked?.length) return { state: 'waiting', words: `Waiting for other paths, ${new Set(parked).size} of ${incoming} are here` };
  if (finished?.completed) return { state: 'done', ...countOf(finished.completed) };
  return { state: finished?.cancelled ? 'canceled' : 'not-reached' };
}

/** A step done for each of several runs once around all and once for each: those are counted. */
function innermost(here: readonly ActiveElement[]): readonly ActiveElement[] {
  const around = new Set(here.map(({ scope }) => scope));
  return here.filter(({ key }) => !around.has(key));
}

const COUNTED: { readonly [S in StepStatus]: string } = { running: 'running', waiting: 'waiting', attention: 'open', done: 'done', canceled: 'canceled' };

/** "3 running": several tokens on one element. */
function inWords(reason: WaitingReason, count: number): string {
  if (count < 2) return inOneLine(reason);
  return reason.status === 'running' ? `${count} running ${reason.since}` : `${count} ${COUNTED[reason.status]}: ${inOneLine(reason)}`;
}

const countOf = (count: number) => (count > 1 ? { count } : {});

function initials({ waitingFor, incident }: ActiveElement): { initials?: string } {
  return !incident && waitingFor?.kind === 'person' && waitingFor.assignee ? { initials: initialsOf(waitingFor.assignee.name) } : {};
}

/** Elements that somebody or something works on, not the scopes around them. */
export function leavesOf(view: InstanceView): ActiveElement[] {
  const active = Object.values(view.active);
  const scopes = new Set(active.map(({ scope }) => scope));
  return active.filter(({ key, elementType }) => elementType !== 'process' && !scopes.has(key));
}
