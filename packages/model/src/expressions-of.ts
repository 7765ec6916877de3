import type { z } from 'zod';
import { applyByType, type ByType } from './elements/by-type.ts';
import type { jobSchema } from './elements/job.ts';
import type { ElementType } from './elements/registry.ts';
import type { FormField } from './form.ts';
import type { Element, ElementOf, Graph, Mapping, Trigger } from './graph.ts';
import type { Loop } from './loop.ts';
import { expressionOf, isExpression } from './text.ts';

export interface ExpressionAt {
  /** Element, flow, lane or data association it belongs to. */
  readonly elementId: string;
  /** e.g. `form.fields.0.value` */
  readonly path: string;
  /** FEEL without the leading `=`. */
  readonly source: string;
}

type Job = z.infer<typeof jobSchema>;
type TextAt = readonly [path: string, text: string | number | undefined];

/** Every FEEL expression of a graph, with its place. */
export function expressionsOf(graph: Graph): ExpressionAt[] {
  const ofElements = graph.elements.flatMap((element) => [...texts(element), ...scripts(element)]);
  const ofFlows = graph.flows.flatMap((flow) =>
    flow.condition?.trim() ? [{ elementId: flow.id, path: 'condition', source: expressionOf(flow.condition) }] : [],
  );
  const ofLanes = (graph.lanes ?? []).flatMap((lane) => only(lane.id, nameTexts('candidateGroups', lane.candidateGroups)));
  const ofData = (graph.artifacts ?? []).flatMap((artifact) => only(artifact.id, [['value', artifact.value]]));
  return [...ofElements, ...ofFlows, ...ofLanes, ...ofData];
}

function texts(element: Element): ExpressionAt[] {
  const places = [
    ...mappingTexts('inputs', element.inputs),
    ...mappingTexts('outputs', element.outputs),
    ...triggerTexts(element),
    ...loopTexts('loop' in element ? element : {}),
    ...applyByType(OWN, element),
  ];
  return only(element.id, places);
}

/** Of some texts those that are FEEL. */
const only = (elementId: string, places: readonly TextAt[]): ExpressionAt[] =>
  places.flatMap(([path, text]) => (typeof text === 'string' && isExpression(text) ? [{ elementId, path, source: expressionOf(text) }] : []));

/** FEEL with or without the sign. */
function scripts(element: Element): ExpressionAt[] {
  const own = (ALWAYS[element.type] as ((element: Element) => TextAt[]) | undefined)?.(element) ?? [];
  const places = [
    ...own,
    ...conditionTexts('trigger', 'trigger' in element ? element.trigger : undefined),
    ...loopConditions('loop' in element ? element : {}),
  ];
  return places.flatMap(([path, text]) => (typeof text === 'string' && text.trim() ? [{ elementId: element.id, path, source: expressionOf(text) }] : []));
}

const mappingTexts = (path: string, mappings: readonly Mapping[] = []): TextAt[] => mappings.map((mapping, i) => [`${path}.${i}.value`, mapping.value]);
const fieldTexts = (fields: readonly FormField[] = []): TextAt[] => fields.map((field, i) => [`form.fields.${i}.value`, field.value]);
const nameTexts = (path: string, names: string | readonly string[] | undefined): TextAt[] =>
  typeof names === 'string' ? [[path, names]] : (names ?? []).map((name, i) => [`${path}.${i}`, name]);

function triggerTexts(element: Element): TextAt[] {
  return 'trigger' in element && element.trigger ? textsOfTrigger('trigger', element.trigger) : [];
}

function textsOfTrigger(path: string, trigger: Trigger): TextAt[] {
  if (trigger.type === 'multiple' || trigger.type === 'parallelMultiple')
    return trigger.triggers.flatMap((each, i) => textsOfTrigger(`${path}.triggers.${i}`, each));
  if (trigger.type === 'conditional') return [];
  const { type: _type, ...properties } = trigger;
  return Object.entries(properties).map(([key, text]): TextAt => [`${path}.${key}`, typeof text === 'string' ? text : undefined]);
}

function loopTexts({ loop }: { readonly loop?: Loop | undefined }): TextAt[] {
  if (!loop) return [];
  if (loop.kind === 'standard') return [['loop.maximum', loop.maximum]];
  const { cardinality, collection, event, events = [] } = loop;
  return [
    ['loop.cardinality', cardinality],
    ['loop.collection', collection],
    ...(event ? textsOfTrigger('loop.event', event) : []),
    ...events.flatMap((each, i) => textsOfTrigger(`loop.events.${i}.event`, each.event)),
  ];
}

const messageTexts = (message: { readonly [key: string]: string | undefined } = {}): TextAt[] =>
  Object.entries(message).map(([key, text]): TextAt => [`message.${key}`, text]);
const jobTexts = ({ job }: { readonly job?: Job | undefined }): TextAt[] => [
  ['job.type', job?.type],
  ['job.retries', job?.retries],
  ...Object.entries(job?.headers ?? {}).map(([key, text]): TextAt => [`job.headers.${key}`, text]),
];

const none = (): TextAt[] => [];
const OWN: ByType<TextAt[]> = {
  startEvent: ({ form }) => fieldTexts(form?.fields),
  userTask: (task) => [
    ['assignee', task.assignee],
    ...nameTexts('candidateUsers', task.candidateUsers),
    ...nameTexts('candidateGroups', task.candidateGroups),
    ['priority', task.priority],
    ['dueDate', task.dueDate],
    ['followUpDate', task.followUpDate],
    ...fieldTexts(task.form?.fields),
  ],
  serviceTask: jobTexts,
  sendTask: (task) => [...messageTexts(task.message), ...jobTexts(task)],
  receiveTask: (task) => messageTexts(task.message),
  businessRuleTask: jobTexts,
  manualTask: none,
  task: none,
  scriptTask: none,
  exclusiveGateway: none,
  parallelGateway: none,
  inclusiveGateway: none,
  eventBasedGateway: none,
  complexGateway: none,
  intermediateCatchEvent: none,
  intermediateThrowEvent: none,
  boundaryEvent: none,
  subProcess: none,
  transaction: none,
  adHocSubProcess: none,
  callActivity: ({ calledElement, businessKey }) => [
    ['calledElement', calledElement],
    ['businessKey', businessKey],
  ],
  endEvent: none,
};

/** What is FEEL with or without the sign: conditions, scripts, rules. */
const ALWAYS: { readonly [T in ElementType]?: (element: ElementOf<T>) => TextAt[] } = {
  scriptTask: ({ script }) => [['script', script]],
  complexGateway: ({ activationCondition }) => [['activationCondition', activationCondition]],
  adHocSubProcess: ({ completionCondition, activeElements }) => [
    ['completionCondition', completionCondition],
    ['activeElements', activeElements],
  ],
  businessRuleTask: ({ decision }) => [
    ...(decision?.inputs ?? []).map((input, i): TextAt => [`decision.inputs.${i}.expression`, input.expression]),
    ...(decision?.rules ?? []).flatMap((rule, r) => rule.gives.map((text, c): TextAt => [`decision.rules.${r}.gives.${c}`, text])),
  ],
};

function conditionTexts(path: string, trigger: Trigger | undefined): TextAt[] {
  if (!trigger) return [];
  if (trigger.type === 'multiple' || trigger.type === 'parallelMultiple')
    return trigger.triggers.flatMap((each, i) => conditionTexts(`${path}.triggers.${i}`, each));
  return trigger.type === 'conditional' ? [[`${path}.condition`, trigger.condition]] : [];
}

function loopConditions({ loop }: { readonly loop?: Loop | undefined }): TextAt[] {
  if (!loop) return [];
  if (loop.kind === 'standard') return [['loop.condition', loop.condition]];
  return [
    ['loop.completionCondition', loop.completionCondition],
    ['loop.outputElement', loop.outputElement],
    ...(loop.events ?? []).map((each, i): TextAt => [`loop.events.${i}.condition`, each.condition]),
  ];
}
