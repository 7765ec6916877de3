import { DONE } from '../behaviour.ts';
import type { TriggerBehaviour } from '../trigger.ts';

/** Ends everything else in its scope (BPMN 2.0.2, 13.5.6). */
export const terminate: TriggerBehaviour<'terminate'> = () => ({
  throw: (x, _node, token) => {
    x.terminateBeside(token);
    return DONE;
  },
});
