import type { Element, ElementOf, Flow, Graph, Trigger } from '../graph.ts';
import { emptyGraph } from '../graph.ts';
import type { Problem } from '../problem.ts';
import type { ProblemCode } from '../problem-codes.ts';

export type Parts = { readonly elements?: readonly Element[]; readonly flows?: readonly Flow[] } & Partial<Omit<Graph, 'elements' | 'flows'>>;

/** start -> task -> end, to which each case adds what is wrong; an element or flow with the same id replaces that one. */
export function graphWith({ elements = [], flows = [], ...rest }: Parts): Graph {
  const base: readonly Element[] = [
    { id: 'start', type: 'startEvent' },
    { id: 'task', type: 'userTask', name: 'Approve', assignee: '=initiator' },
    { id: 'end', type: 'endEvent' },
  ];
  const baseFlows: readonly Flow[] = [
    { id: 'f1', from: 'start', to: 'task' },
    { id: 'f2', from: 'task', to: 'end' },
  ];
  const isReplaced = (id: string) => [...elements, ...flows].some((part) => part.id === id);
  return {
    ...emptyGraph('p', 'P'),
    elements: [...base.filter((each) => !isReplaced(each.id)), ...elements],
    flows: [...baseFlows.filter((each) => !isReplaced(each.id)), ...flows],
    ...rest,
  };
}

/** task -> decide, with two ways to two ends. */
export const decision = (one: Partial<Flow>, other: Partial<Flow>): Parts => ({
  elements: [
    { id: 'decide', type: 'exclusiveGateway', name: 'Large?' },
    { id: 'end2', type: 'endEvent' },
  ],
  flows: [
    { id: 'f2', from: 'task', to: 'decide' },
    { id: 'yes', from: 'decide', to: 'end', name: 'Yes', ...one },
    { id: 'no', from: 'decide', to: 'end2', name: 'No', ...other },
  ],
});
export const task = (properties: Partial<Extract<Element, { type: 'userTask' }>>): Parts => ({
  elements: [{ id: 'task', type: 'userTask', name: 'Approve', assignee: 'anna', ...properties }],
});
export const wait = (trigger: Extract<Element, { type: 'intermediateCatchEvent' }>['trigger']): Parts => ({
  elements: [{ id: 'task', type: 'intermediateCatchEvent', name: 'Pause', ...(trigger && { trigger }) }],
});
export const field = (properties: object): Parts => task({ form: { fields: [{ key: 'a', type: 'text', label: 'A', ...properties }] } });

export const start = (trigger: Trigger): Parts => ({ elements: [{ id: 'start', type: 'startEvent', trigger }] });
export const end = (trigger: Trigger): Parts => ({ elements: [{ id: 'end', type: 'endEvent', trigger }] });
/** Something else instead of the task. */
export const step = (element: Element): Parts => ({ elements: [element] });

/** An event on the border of the task, and what comes after it. */
export const border = (properties: Partial<ElementOf<'boundaryEvent'>>): Parts => ({
  elements: [
    { id: 'late', type: 'boundaryEvent', attachedTo: 'task', ...properties },
    { id: 'end2', type: 'endEvent' },
  ],
  flows: [{ id: 'f3', from: 'late', to: 'end2' }],
});

/** A sub-process instead of the task, or an event sub-process beside it, that begins with `trigger`. */
export function inside(
  type: 'subProcess' | 'transaction',
  trigger: Trigger | undefined,
  properties: Partial<ElementOf<'subProcess'>> = {},
  first: Partial<ElementOf<'startEvent'>> = {},
): Parts {
  const id = properties.triggeredByEvent ? 'beside' : 'task';
  return {
    elements: [
      type === 'subProcess' ? { ...properties, id, type } : { id, type },
      { id: 'in', type: 'startEvent', parent: id, ...(trigger && { trigger }), ...first },
      { id: 'out', type: 'endEvent', parent: id },
    ],
    flows: [{ id: 'f3', from: 'in', to: 'out' }],
  };
}

type Link = readonly [id: string, name: string, to?: string, from?: string];

/** Links: those called `throw` come after the task, the others lead to the end. */
export function links(...all: readonly Link[]): Parts {
  return {
    elements: all.map(
      ([id, name]): Element => ({ id, type: id.startsWith('throw') ? 'intermediateThrowEvent' : 'intermediateCatchEvent', trigger: { type: 'link', name } }),
    ),
    flows: all.flatMap(([id, _name, to = 'end', from], i): Flow[] =>
      id.startsWith('throw')
        ? [{ id: `to ${id}`, from: 'task', to: id }, ...(all[i]?.[2] ? [{ id: `from ${id}`, from: id, to }] : [])]
        : [{ id: `from ${id}`, from: id, to }, ...(from ? [{ id: `to ${id}`, from, to: id }] : [])],
    ),
  };
}

/** What is wrong, in which graph, and the problem that says so; an error if it doesn't say otherwise. */
export type Case = readonly [what: string, parts: Parts, problem: Partial<Problem> & { readonly code: ProblemCode }];
