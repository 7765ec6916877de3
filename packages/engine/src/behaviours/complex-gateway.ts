import type { Behaviour } from '../behaviour.ts';
import { joinKey } from '../evolve.ts';
import type { Json } from '../json.ts';
import { chooseAll } from '../mechanics/choose-flows.ts';
import { formula } from '../mechanics/expressions.ts';
import { mayStillCome } from '../mechanics/reachability.ts';

/**
 * Goes on when its activation condition about the tokens that wait is true; then it swallows the tokens that are still to come
 * on the other flows, and is ready for the next round when none can come any more (BPMN 2.0.2, 13.4.5).
 */
export const complexGateway: Behaviour<'complexGateway'> = ({ node, element }) => {
  const rule = element.activationCondition?.trim() ? formula(element.activationCondition) : null;
  return {
    arrive: (x, flow, scope) => {
      if (node.incoming.length <= 1 && !rule) x.enter(node, scope);
      else x.park(node, flow, scope);
    },
    settle: (x, scope) => {
      const join = joinKey(scope, node.id);
      const gone = x.draft.resets.get(join);
      const waiting = x.draft.parked[join] ?? {};
      if (gone) {
        const late = node.incoming.filter((flowId) => !gone.includes(flowId) && Object.hasOwn(waiting, flowId));
        if (mayStillCome(x, node, scope, [...gone, ...late])) return false;
        if (late.length) x.emit({ type: 'flows.joined', flowIds: late, elementId: node.id, scope });
        x.emit({ type: 'gateway.reset', elementId: node.id, scope });
        return true;
      }
      const marked = node.incoming.filter((flowId) => Object.hasOwn(waiting, flowId));
      if (marked.length === 0) return false;
      const counts: Record<string, Json> = { activationCount: Object.values(waiting).reduce((sum, tokens) => sum + tokens, 0) };
      for (const flowId of node.incoming) counts[flowId] = waiting[flowId] ?? 0;
      const isActive = rule
        ? x.reading(counts, () => x.evaluateCondition(rule, node, scope))
        : { ok: true as const, value: marked.length === node.incoming.length };
      if (!isActive.ok) {
        x.raiseAt(node, x.draft.element(scope), isActive.failure);
        return false;
      }
      if (!isActive.value) return false;
      if (mayStillCome(x, node, scope, marked)) x.emit({ type: 'gateway.activated', elementId: node.id, scope, flowIds: marked });
      x.join(node, scope, marked);
      return true;
    },
    leave: (x, token) => chooseAll(x, node, token),
  };
};
