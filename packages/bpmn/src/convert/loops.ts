import type { Loop, SingleTrigger } from '@baton/model';
import { isEventDefinition } from '../bpmn-words.ts';
import { attribute, childNamed, childrenNamed, everyNode, flag, localName, type XmlNode } from '../xml/xml-node.ts';
import type { Conversion } from './context.ts';
import { asFeel, countOf, expressionText, variableFor } from './text-of-expression.ts';
import { given, singleTrigger } from './triggers.ts';

export function loopOf(activity: XmlNode, conversion: Conversion): { loop?: Loop } {
  const standard = childNamed(activity, 'standardLoopCharacteristics');
  if (standard) return { loop: standardLoop(standard, conversion) };
  const many = childNamed(activity, 'multiInstanceLoopCharacteristics');
  return many ? { loop: multiInstance(many, conversion) } : {};
}

const standardLoop = (node: XmlNode, conversion: Conversion): Loop => ({
  kind: 'standard',
  ...given({
    condition: expressionText(node, 'loopCondition', conversion),
    testBefore: flag(node, 'testBefore'),
    maximum: countOf(attribute(node, 'loopMaximum')?.trim()),
  }),
});

const BEHAVIOURS = { all: 'all', none: 'none', one: 'one', complex: 'complex' } as const;

function multiInstance(node: XmlNode, conversion: Conversion): Loop {
  const behaviour = BEHAVIOURS[(attribute(node, 'behavior') ?? 'All').toLowerCase() as keyof typeof BEHAVIOURS] ?? 'all';
  const events = childrenNamed(node, 'complexBehaviorDefinition').flatMap((each) => complexEvent(each, conversion) ?? []);
  return {
    kind: flag(node, 'isSequential') ? 'sequential' : 'parallel',
    ...given({
      cardinality: countOf(expressionText(node, 'loopCardinality', conversion)),
      ...itemsOf(node, conversion),
      ...foreignItems(node),
      completionCondition: expressionText(node, 'completionCondition', conversion),
      behaviour: behaviour === 'all' ? undefined : behaviour,
      event: eventOf(node, behaviour, conversion),
      events: events.length > 0 ? events : undefined,
    }),
  };
}

function eventOf(node: XmlNode, behaviour: string, conversion: Conversion): SingleTrigger | undefined {
  const reference = behaviour === 'none' ? 'noneBehaviorEventRef' : 'oneBehaviorEventRef';
  const definition = conversion.document.referred(node, reference);
  return definition && singleTrigger(definition, conversion);
}

function complexEvent(node: XmlNode, conversion: Conversion): { condition: string; event: SingleTrigger } | undefined {
  const condition = expressionText(node, 'condition', conversion);
  const thrown = childNamed(node, 'event');
  const definition = thrown && [...everyNode(thrown)].find((each) => isEventDefinition(localName(each)));
  const event = definition && singleTrigger(definition, conversion);
  return condition !== undefined && event ? { condition, event } : undefined;
}

/** What the loop runs over is the variable of the data named, or of what is put into it. */
function itemsOf(node: XmlNode, { document }: Conversion) {
  const [input, output] = [childNamed(node, 'inputDataItem'), childNamed(node, 'outputDataItem')];
  const collection = variableOf(document.referred(node, 'loopDataInputRef'), 'sourceRef');
  const outputCollection = variableOf(document.referred(node, 'loopDataOutputRef'), 'targetRef');
  return {
    collection: collection === undefined ? undefined : asFeel(collection),
    elementVariable: collection !== undefined && input ? variableFor(input) : undefined,
    outputCollection,
    outputElement: outputCollection !== undefined && output ? variableFor(output) : undefined,
  };

  function variableOf(data: XmlNode | undefined, end: 'sourceRef' | 'targetRef'): string | undefined {
    if (!data) return undefined;
    const [association, back] = end === 'sourceRef' ? ['dataInputAssociation', 'targetRef'] : ['dataOutputAssociation', 'sourceRef'];
    const joined = node.parent && childrenNamed(node.parent, association).find((each) => document.referred(each, back) === data);
    const other = joined && document.referred(joined, end);
    const object = other && (document.referred(other, 'dataObjectRef') ?? other);
    return variableFor(object ?? data);
  }
}

/** The same in the words of Camunda 8 and 7. */
function foreignItems(node: XmlNode) {
  const zeebe = [...everyNode(node)].find((each) => each.name === 'zeebe:loopCharacteristics');
  const collection = (zeebe && attribute(zeebe, 'inputCollection')) ?? attribute(node, 'camunda:collection');
  if (collection === undefined) return {};
  return given({
    collection: asFeel(collection),
    elementVariable: (zeebe && attribute(zeebe, 'inputElement')) ?? attribute(node, 'camunda:elementVariable'),
    outputCollection: zeebe && attribute(zeebe, 'outputCollection'),
    outputElement: zeebe && attribute(zeebe, 'outputElement'),
  });
}
