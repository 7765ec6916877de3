import { type Element, nameOf, type Process } from '@baton/model';
import type { Exploration } from './explore.ts';
import type { Finding, PathStep } from './finding.ts';
import type { Net } from './net.ts';
import { pathTo } from './path-to.ts';

/** Markings in which nothing can happen though tokens are left: the nearest one for each place they are stuck at. */
export function findStuck(process: Process, net: Net, exploration: Exploration): readonly Finding[] {
  const found = new Map<string, Finding>();
  for (const [at, { isStill, marking }] of exploration.states.entries()) {
    if (!isStill || !marking[net.root]) continue;
    const waiting = waitingJoins(process, net, marking);
    const [first] = waiting.keys();
    const key = [...waiting.keys()].sort().join();
    if (first !== undefined && !found.has(key)) found.set(key, stuck({ process, waiting, join: first, path: pathTo(exploration, at) }));
  }
  return [...found.values()];
}

/** By join: the flows a token waits on. */
function waitingJoins(process: Process, net: Net, marking: Uint8Array): ReadonlyMap<string, readonly string[]> {
  const joins = new Map<string, string[]>();
  for (const [place, { kind, elementId, flowId }] of net.places.entries()) {
    if (!marking[place] || kind !== 'flow' || flowId === undefined || !process.has(elementId)) continue;
    joins.set(elementId, [...(joins.get(elementId) ?? []), flowId]);
  }
  return joins;
}

interface Stuck {
  readonly process: Process;
  readonly waiting: ReadonlyMap<string, readonly string[]>;
  readonly join: string;
  readonly path: readonly PathStep[];
}

function stuck({ process, waiting, join, path }: Stuck): Finding {
  const element = elementOf(process, join);
  const about = { elementId: join, elementIds: [...waiting.keys()], path };
  const missing = process.incoming(join).filter(({ id }) => !waiting.get(join)?.includes(id));
  const from = listed(missing.map((flow) => flow.name?.trim() || nameIn(process, flow.from)));
  const end = endReached(process, element, path);
  if (end)
    return {
      kind: 'improperCompletion',
      ...about,
      message: `Expected everything to be done when ${nameOf(end)} is reached, but a token waits forever at ${nameOf(element)} for one from ${from}.`,
    };
  return {
    kind: 'deadlock',
    ...about,
    message: `Expected a token on every way into ${nameOf(element)}, but on this path none can come from ${from}: it waits forever. Join what a decision split with a decision, and what a parallel gateway split with a parallel one.`,
  };
}

function endReached(process: Process, join: Element, path: readonly PathStep[]): Element | undefined {
  const taken = new Set(path.flatMap((step) => ('take' in step ? [step.take] : [])));
  return process.graph.elements.find(
    (element) => element.type === 'endEvent' && element.parent === join.parent && process.incoming(element.id).some(({ id }) => taken.has(id)),
  );
}

function elementOf(process: Process, id: string): Element {
  const node = process.node(id);
  if (node.type === 'process') throw new Error(`Expected an element ${id}, but it is the process itself.`);
  return node;
}

const nameIn = (process: Process, id: string) => nameOf(elementOf(process, id));
const listed = (words: readonly string[]) => (words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`);
