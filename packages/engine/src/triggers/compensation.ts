import { undoFrom } from '../mechanics/compensation.ts';
import type { TriggerBehaviour } from '../trigger.ts';

/** Thrown: undoes what is done in its scope, or one step of it. Caught on a border it only marks the step (BPMN 2.0.2, 10.7). */
export const compensation: TriggerBehaviour<'compensation'> = ({ activity, waitForCompletion = true }) => ({
  throw: (x, node, token) => undoFrom(x, node, token, { activity: activity ?? null, isDetached: !waitForCompletion }),
});
