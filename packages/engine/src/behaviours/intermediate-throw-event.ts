import type { Behaviour } from '../behaviour.ts';
import { throwAll } from '../mechanics/throwing.ts';

/** Throws its event and goes on; without one it marks a milestone (BPMN 2.0.2, 13.5.1). */
export const intermediateThrowEvent: Behaviour<'intermediateThrowEvent'> = ({ node }) => ({ enter: (x, token) => throwAll(x, node, token) });
