import type { Behaviour } from '../behaviour.ts';
import { throwAll } from '../mechanics/throwing.ts';

/** Throws its event and ends this path (BPMN 2.0.2, 13.5.6). */
export const endEvent: Behaviour<'endEvent'> = ({ node }) => ({ enter: (x, token) => throwAll(x, node, token) });
