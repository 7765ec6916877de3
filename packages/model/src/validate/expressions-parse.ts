import { expressionsOf } from '../expressions-of.ts';
import { nameOf, nameOfFlow } from '../naming.ts';
import { error } from '../problem.ts';
import type { Rule, RuleContext } from './rule.ts';

/** Every FEEL expression can be read. */
export const expressionsParse: Rule = (context) => {
  const { graph, checkExpression } = context;
  if (!checkExpression) return [];
  return expressionsOf(graph).flatMap(({ elementId, path, source }) => {
    const flaw = source === '' ? 'it is empty' : checkExpression(source);
    return flaw === null
      ? []
      : [
          error('expression-invalid', `Expected an expression at ${ownerOf(elementId, context)}, but “${shorten(source)}” can't be read: ${flaw}`, {
            elementId,
            path,
          }),
        ];
  });
};

function ownerOf(id: string, { index }: RuleContext): string {
  const element = index.element(id);
  const flow = index.flow(id);
  if (element) return nameOf(element);
  return flow ? nameOfFlow(index, flow) : `“${id}”`;
}

const shorten = (source: string) => (source.length > 80 ? `${source.slice(0, 77)}...` : source);
