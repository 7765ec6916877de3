import { capital, nameOf } from '../naming.ts';
import { error } from '../problem.ts';
import { canAttach } from '../rules/can-attach.ts';
import { forEachElement, type Rule } from './rule.ts';

/** Border events sit on a task or sub-process and lie in the same sub-process as that. */
export const boundaryEventsHaveHosts: Rule = forEachElement((element, { index }) => {
  if (element.type !== 'boundaryEvent') return [];
  const where = { elementId: element.id, path: 'attachedTo' };
  const verdict = canAttach(index, { host: element.attachedTo });
  if (!verdict.ok) return [error(verdict.code, verdict.message, where)];
  const host = index.element(element.attachedTo);
  if (!host || host.parent === element.parent) return [];
  return [
    error(
      'host-elsewhere',
      `${capital(nameOf(element))} sits on ${nameOf(host)}: expected both in the same sub-process, but they are in different ones.`,
      where,
    ),
  ];
});
