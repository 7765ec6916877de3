import { compile, type Element, emptyGraph, type Process } from '@baton/model';
import type { PathStep, Soundness } from '@baton/soundness';

const TYPE_OF: Readonly<Record<string, (id: string) => Element>> = {
  s: (id) => ({ id, type: 'startEvent' }),
  e: (id) => ({ id, type: 'endEvent' }),
  x: (id) => ({ id, type: 'exclusiveGateway' }),
  p: (id) => ({ id, type: 'parallelGateway' }),
  o: (id) => ({ id, type: 'inclusiveGateway' }),
  c: (id) => ({ id, type: 'complexGateway' }),
  v: (id) => ({ id, type: 'eventBasedGateway' }),
};

/**
 * Draws a process from a line: `s p1; p1 a; p1 b` are flows. An id's first letter says what it is: start, end, x exclusive,
 * p parallel, o inclusive, c complex, v event-based, else a task. `others` says it in full, or adds what no flow names.
 * `a? b` is a flow with a condition, `a! b` a default.
 */
export function draw(flows: string, others: readonly Element[] = []): Process {
  const lines = flows.split(';').map((line) => line.trim().split(/\s+/));
  const drawn = lines.flatMap(([from, to], at) => {
    if (from === undefined || to === undefined) return [];
    const source = from.replace(/[?!]$/, '');
    const ids = { id: `${source}-${to}`, from: source, to };
    return [{ ...ids, ...(from.endsWith('?') ? { condition: `n = ${at}` } : {}), ...(from.endsWith('!') ? { isDefault: true } : {}) }];
  });
  const known = new Map(others.map((element) => [element.id, element]));
  for (const id of drawn.flatMap(({ from, to }) => [from, to])) if (!known.has(id)) known.set(id, elementOf(id));
  return compile({ ...emptyGraph('p', 'P'), elements: [...known.values()], flows: drawn });
}

const elementOf = (id: string): Element => TYPE_OF[id.replace(/\d+$/, '')]?.(id) ?? { id, type: 'task' };

/** `deadlock x1`, in the order in which they are told. */
export const told = ({ findings }: Soundness) => findings.map(({ kind, elementId }) => `${kind} ${elementId}`);

/** `s s-x x-a`: starts and flows, one after another. */
export const walked = (path: readonly PathStep[]) => path.map((step) => ('take' in step ? step.take : `(${step.enter})`)).join(' ');
