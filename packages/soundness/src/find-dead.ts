import { type Element, nameOf, type Process } from '@baton/model';
import type { Exploration } from './explore.ts';
import type { Finding } from './finding.ts';

interface Search {
  readonly process: Process;
  readonly exploration: Exploration;
  /** What tokens could ever reach. */
  readonly elements: readonly Element[];
  /** Where a token is stuck already, and what that stands in: that nothing happens behind it needs no second word. */
  readonly stuck: ReadonlySet<string>;
}

/** Elements no run reaches though what leads to them runs; what follows those is in `elementIds`. Only a whole exploration can tell. */
export function findDead({ process, exploration, elements, stuck }: Search): readonly Finding[] {
  if (!exploration.isComplete || exploration.states.some(({ isCut }) => isCut)) return [];
  const alive = new Set([...exploration.happened].flatMap((t) => t.covers));
  const dead = elements.filter(({ id }) => !alive.has(id));
  return dead
    .filter((element) => !stuck.has(element.id) && leadersOf(process, element).some((id) => alive.has(id) && !stuck.has(id)))
    .map((element) => ({
      kind: 'deadActivity' as const,
      elementId: element.id,
      elementIds: behind(process, element, alive),
      message: `Expected some path to reach ${nameOf(element)}, but none does: it never runs.`,
      path: [],
    }));
}

/** What a token comes from. */
function leadersOf(process: Process, element: Element): readonly string[] {
  if (element.type === 'boundaryEvent') return [element.attachedTo];
  const incoming = process.incoming(element.id);
  if (incoming.length) return incoming.map(({ from }) => from);
  return element.parent === undefined ? [] : [element.parent];
}

function behind(process: Process, first: Element, alive: ReadonlySet<string>): readonly string[] {
  const found = new Set<string>();
  const open = [first.id];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (found.has(id) || alive.has(id)) continue;
    found.add(id);
    open.push(...process.outgoing(id).map(({ to }) => to));
  }
  return [...found];
}
