import type { CompiledNode, CompiledProcess } from '../compiled-process.ts';
import type { Key } from '../event.ts';
import { joinKey } from '../evolve.ts';
import type { Execution } from '../execution.ts';

/** For each flow into a join: the elements from which a token may still come in on it without passing the join. */
type Reach = ReadonlyMap<string, ReadonlySet<string>>;
const reaches = new WeakMap<CompiledNode, Reach>();

function reachOf(process: CompiledProcess, join: CompiledNode): Reach {
  const known = reaches.get(join);
  if (known) return known;
  const made = new Map(process.process.incoming(join.id).map((flow) => [flow.id, upstream(process, join.id, flow.from)]));
  reaches.set(join, made);
  return made;
}

/** Walks back along flows, from border events to their hosts, and from links to those that throw them. */
function upstream(process: CompiledProcess, join: string, from: string): ReadonlySet<string> {
  const seen = new Set<string>();
  const open = [from];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (id === join || seen.has(id)) continue;
    seen.add(id);
    open.push(...process.process.incoming(id).map((flow) => flow.from), ...process.node(id).comesFrom);
  }
  return seen;
}

/**
 * BPMN 2.0.2, 13.4.3: the flows that wait at an inclusive join, if it may go on. It waits while some token in its scope can
 * still come in on a flow that has none, unless that token can also come in on one that has.
 */
export function readyFlows(x: Execution, join: CompiledNode, scope: Key): readonly string[] | null {
  const waiting = x.draft.parked[joinKey(scope, join.id)];
  if (!waiting) return null;
  const marked = join.incoming.filter((flowId) => Object.hasOwn(waiting, flowId));
  if (marked.length === 0) return null;
  return mayStillCome(x, join, scope, marked) ? null : marked;
}

/** Can a token in the scope still come in on a flow that isn't among these? */
export function mayStillCome(x: Execution, join: CompiledNode, scope: Key, marked: readonly string[]): boolean {
  const reach = reachOf(x.process, join);
  const empty = join.incoming.filter((flowId) => !marked.includes(flowId));
  if (empty.length === 0) return false;
  const blocks = (id: string) => empty.some((flowId) => reach.get(flowId)?.has(id)) && !marked.some((flowId) => reach.get(flowId)?.has(id));
  for (const element of x.draft.elements.values()) if (element.scope === scope && element.elementId !== join.id && blocks(element.elementId)) return true;
  const prefix = `${scope}/`;
  for (const at in x.draft.parked) if (at.startsWith(prefix) && at !== joinKey(scope, join.id) && blocks(at.slice(prefix.length))) return true;
  return false;
}
