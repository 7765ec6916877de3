import { isLinkCatch, isLinkThrow, type LinkCatch, type LinkThrow } from '../elements/roles.ts';
import { nameOf } from '../naming.ts';
import { error, type Problem } from '../problem.ts';
import { forEachElement, type Rule, type RuleContext } from './rule.ts';

/** Links find each other by name in one scope: one that catches, one or more that throw (BPMN 2.0.2, 10.5.5). */
export const linksArePaired: Rule = forEachElement((element, context) => {
  if (!isLinkThrow(element) && !isLinkCatch(element)) return [];
  if (!element.trigger.name?.trim()) return [];
  return isLinkThrow(element) ? checkThrow(element, context) : checkCatch(element, context);
});

function checkThrow(link: LinkThrow, { index }: RuleContext): Problem[] {
  if (index.scopeOf(link).some((each) => isLinkCatch(each) && each.trigger.name === link.trigger.name)) return [];
  const message = `Expected a link “${link.trigger.name}” that catches in the same process or sub-process as ${nameOf(link)}, but there is none.`;
  return [error('link-target-missing', message, { elementId: link.id, path: 'trigger.name' })];
}

function checkCatch(link: LinkCatch, { index }: RuleContext): Problem[] {
  const { name } = link.trigger;
  const siblings = index.scopeOf(link);
  const where = { elementId: link.id, path: 'trigger.name', fix: { type: 'remove', id: link.id, label: 'Delete this link' } } as const;
  const isThrown = siblings.some((each) => isLinkThrow(each) && each.trigger.name === name);
  const first = siblings.find((each) => isLinkCatch(each) && each.trigger.name === name);
  return [
    ...(isThrown
      ? []
      : [error('link-source-missing', `Expected a link “${name}” that leads to ${nameOf(link)}, but none does in the same process or sub-process.`, where)]),
    ...(first?.id === link.id ? [] : [error('link-duplicate', `Expected one link that catches “${name}”, but ${nameOf(link)} is another one.`, where)]),
  ];
}
