import { DONE, failWith } from '../behaviour.ts';
import { failure } from '../result.ts';
import type { TriggerBehaviour } from '../trigger.ts';

/** BPMN 2.0.2, 10.5.6: a flow without a line, in the same scope. */
export const link: TriggerBehaviour<'link'> = ({ name = '' }) => ({
  throw: (x, node, token) => {
    const target = node.linkTarget(name);
    if (!target) return failWith(failure('event-invalid', `Expected a link “${name}” for “${node.label}” to go on at, but there is none beside it.`));
    x.goTo(target, token.scope ?? token.key);
    return DONE;
  },
});
