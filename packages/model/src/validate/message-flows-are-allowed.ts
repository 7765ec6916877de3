import { error } from '../problem.ts';
import { canSend } from '../rules/can-send.ts';
import type { Rule } from './rule.ts';

/** Every message flow is one that the canvas would have let somebody draw. */
export const messageFlowsAreAllowed: Rule = ({ graph, index }) =>
  (graph.messageFlows ?? []).flatMap(({ id, from, to }) => {
    const verdict = canSend(index, { from, to });
    if (verdict.ok) return [];
    const code = verdict.code === 'element-unknown' ? 'reference-unknown' : verdict.code;
    return [error(code, verdict.message, { elementId: id, fix: { type: 'remove', id, label: 'Delete the message flow' } })];
  });
