import type { CompiledFlow, CompiledNode } from '../compiled-process.ts';
import type { Execution } from '../execution.ts';
import { fail, type Result, succeed } from '../result.ts';
import type { LiveElement } from '../state.ts';

/** Conditions are read in the scope around the element: its own local variables are gone by then. */
export function isTrue(x: Execution, node: CompiledNode, flow: CompiledFlow, token: LiveElement): Result<boolean> {
  return flow.condition ? x.evaluateCondition(flow.condition, node, token.scope ?? token.key) : TRUE;
}
const TRUE = succeed(true);

/**
 * The flows out of an activity or event: an implicit fork. Flows without a condition are always taken, others if theirs is
 * true, the default one if no condition is (BPMN 2.0.2, 8.3.13).
 */
export function chooseFlows(x: Execution, node: CompiledNode, token: LiveElement): Result<readonly CompiledFlow[]> {
  if (!node.isChoosing) return succeed(node.outgoing);
  const chosen = new Set<CompiledFlow>();
  let isAnyTrue = false;
  for (const flow of node.outgoing) {
    if (flow.isDefault) continue;
    const verdict = isTrue(x, node, flow, token);
    if (!verdict.ok) return verdict;
    if (!verdict.value) continue;
    chosen.add(flow);
    isAnyTrue ||= flow.condition !== null;
  }
  if (!isAnyTrue) for (const flow of node.outgoing) if (flow.isDefault) chosen.add(flow);
  return taken(node, chosen);
}

/** The flows out of a gateway that takes several: a flow without a condition counts as true, the default one is for when none is. */
export function chooseAll(x: Execution, node: CompiledNode, token: LiveElement): Result<readonly CompiledFlow[]> {
  const chosen = new Set<CompiledFlow>();
  for (const flow of node.outgoing) {
    if (flow.isDefault) continue;
    const verdict = isTrue(x, node, flow, token);
    if (!verdict.ok) return verdict;
    if (verdict.value) chosen.add(flow);
  }
  if (chosen.size === 0) for (const flow of node.outgoing) if (flow.isDefault) chosen.add(flow);
  return node.outgoing.length === 0 ? succeed([]) : taken(node, chosen);
}

function taken(node: CompiledNode, chosen: ReadonlySet<CompiledFlow>): Result<readonly CompiledFlow[]> {
  if (chosen.size === 0) return fail('no-flow-chosen', `Expected a way out of “${node.label}” to be true, but none is and there is no default.`);
  return succeed(node.outgoing.filter((flow) => chosen.has(flow)));
}
