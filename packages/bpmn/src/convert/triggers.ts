import type { SingleTrigger, Trigger } from '@baton/model';
import { EVENT_DEFINITIONS, type EventDefinitionName, isEventDefinition } from '../bpmn-words.ts';
import { attribute, childNamed, childrenNamed, everyNode, flag, idOf, localName, textOf, type XmlNode } from '../xml/xml-node.ts';
import type { Conversion } from './context.ts';
import { expressionText } from './text-of-expression.ts';

type SingleType = (typeof EVENT_DEFINITIONS)[EventDefinitionName];
type Reading = (definition: XmlNode, conversion: Conversion) => SingleTrigger;

/** Only what is there: the graph has no `undefined`. */
export const given = <T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as { [K in keyof T]?: Exclude<T[K], undefined> };

const READ: { readonly [T in SingleType]: Reading } = {
  timer: (node, conversion) => ({
    type: 'timer',
    ...given({
      date: expressionText(node, 'timeDate', conversion),
      duration: expressionText(node, 'timeDuration', conversion),
      cycle: expressionText(node, 'timeCycle', conversion),
    }),
  }),
  message: (node, { document }) => ({ type: 'message', ...messageOf(document.referred(node, 'messageRef')) }),
  signal: (node, { document }) => {
    const signal = document.referred(node, 'signalRef');
    return { type: 'signal', ...given({ name: signal && (attribute(signal, 'name') || idOf(signal)) }) };
  },
  error: (node, { document }) => ({ type: 'error', ...codeOf(document.referred(node, 'errorRef'), 'errorCode') }),
  escalation: (node, { document }) => ({ type: 'escalation', ...codeOf(document.referred(node, 'escalationRef'), 'escalationCode') }),
  conditional: (node, conversion) => ({ type: 'conditional', ...given({ condition: expressionText(node, 'condition', conversion) }) }),
  compensation: (node, { idFor }) => {
    const activity = attribute(node, 'activityRef');
    return {
      type: 'compensation',
      ...given({ activity: activity && idFor(activity), waitForCompletion: flag(node, 'waitForCompletion') === false ? false : undefined }),
    };
  },
  link: (node, { document }) => {
    const target = document.byId(textOf(childNamed(node, 'target')));
    return { type: 'link', ...given({ name: (target && attribute(target, 'name')) || attribute(node, 'name') }) };
  },
  cancel: () => ({ type: 'cancel' }),
  terminate: () => ({ type: 'terminate' }),
};

const codeOf = (node: XmlNode | undefined, name: string) => given({ code: (node && attribute(node, name)) || undefined });

/** Name and correlation key of a root message. */
export function messageOf(message: XmlNode | undefined): { name?: string; correlationKey?: string } {
  if (!message) return {};
  const subscription = [...everyNode(message)].find((node) => node.name === 'zeebe:subscription');
  return given({ name: attribute(message, 'name') || idOf(message), correlationKey: subscription && attribute(subscription, 'correlationKey') });
}

export function singleTrigger(definition: XmlNode, conversion: Conversion): SingleTrigger | undefined {
  const name = localName(definition);
  return isEventDefinition(name) ? READ[EVENT_DEFINITIONS[name]](definition, conversion) : undefined;
}

/** The event definitions of an event, its own and those it refers to, in order. */
export function definitionsOf(event: XmlNode, { document }: Conversion): XmlNode[] {
  const referred = childrenNamed(event, 'eventDefinitionRef').flatMap((child) => document.byId(textOf(child)) ?? []);
  return [...event.children.filter((child) => isEventDefinition(localName(child))), ...referred];
}

export function triggerOf(event: XmlNode, conversion: Conversion): { trigger?: Trigger } {
  const triggers = definitionsOf(event, conversion).flatMap((definition) => singleTrigger(definition, conversion) ?? []);
  const [only] = triggers;
  if (!only) return {};
  if (triggers.length === 1) return { trigger: only };
  return { trigger: { type: flag(event, 'parallelMultiple') ? 'parallelMultiple' : 'multiple', triggers } };
}
