import { type Flow, MAX_TEXT, type MessageFlow } from '@baton/model';
import { attribute, referenceOf, type XmlNode } from '../xml/xml-node.ts';
import type { Conversion } from './context.ts';
import { leftoversOf } from './leftovers.ts';
import { documentationOf } from './own-properties.ts';
import { expressionText } from './text-of-expression.ts';
import { given } from './triggers.ts';

const nameOf = (node: XmlNode) => given({ name: attribute(node, 'name')?.slice(0, 1000) || undefined });

export function flowOf(node: XmlNode, conversion: Conversion): Flow {
  const { document, idFor, report } = conversion;
  const id = conversion.idOf(node);
  const source = document.referred(node, 'sourceRef');
  const isDefault = source !== undefined && document.referred(source, 'default') === node;
  report.keep(id);
  return {
    id,
    from: idFor(attribute(node, 'sourceRef') ?? ''),
    to: idFor(attribute(node, 'targetRef') ?? ''),
    ...nameOf(node),
    ...given({ condition: expressionText(node, 'conditionExpression', conversion)?.slice(0, MAX_TEXT), isDefault: isDefault || undefined }),
    ...documentationOf(node),
    ...leftoversOf(node, ['conditionExpression', 'documentation']),
  };
}

export function messageFlowOf(node: XmlNode, conversion: Conversion): MessageFlow {
  const { document, idFor, report } = conversion;
  const id = conversion.idOf(node);
  const message = document.referred(node, 'messageRef');
  report.keep(id);
  return {
    id,
    from: idFor(referenceOf(node, 'sourceRef') ?? ''),
    to: idFor(referenceOf(node, 'targetRef') ?? ''),
    ...nameOf(node),
    ...given({ message: message && attribute(message, 'name')?.slice(0, 1000) }),
    ...documentationOf(node),
    ...leftoversOf(node, ['messageRef', 'documentation']),
  };
}
