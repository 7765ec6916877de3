import { type Behaviour, DONE } from '../behaviour.ts';

/** Ends this path; with the terminate trigger everything else in its scope too (BPMN 2.0.2, 13.5.6). */
export const endEvent: Behaviour<'endEvent'> = ({ element }) => ({
  enter: (x, token) => {
    if (element.trigger?.type === 'terminate') x.terminateBeside(token);
    return DONE;
  },
});
