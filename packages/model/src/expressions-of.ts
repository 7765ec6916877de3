import { applyByType, type ByType } from './elements/by-type.ts';
import type { FormField } from './form.ts';
import type { Element, Graph, Mapping, Trigger } from './graph.ts';
import { expressionOf, isExpression } from './text.ts';

export interface ExpressionAt {
  /** Element or flow it belongs to. */
  readonly elementId: string;
  /** e.g. `form.fields.0.value` */
  readonly path: string;
  /** FEEL without the leading `=`. */
  readonly source: string;
}

type TextAt = readonly [path: string, text: string | number | undefined];

/** Every FEEL expression of a graph, with its place. */
export function expressionsOf(graph: Graph): ExpressionAt[] {
  const ofElements = graph.elements.flatMap((element) => [...texts(element), ...scripts(element)]);
  const ofFlows = graph.flows.flatMap((flow) =>
    flow.condition?.trim() ? [{ elementId: flow.id, path: 'condition', source: expressionOf(flow.condition) }] : [],
  );
  return [...ofElements, ...ofFlows];
}

function texts(element: Element): ExpressionAt[] {
  const places = [
    ...mappingTexts('inputs', element.inputs),
    ...mappingTexts('outputs', element.outputs),
    ...triggerTexts(element),
    ...applyByType(OWN, element),
  ];
  return places.flatMap(([path, text]) =>
    typeof text === 'string' && isExpression(text) ? [{ elementId: element.id, path, source: expressionOf(text) }] : [],
  );
}

/** A script is FEEL with or without the sign. */
function scripts(element: Element): ExpressionAt[] {
  return element.type === 'scriptTask' && element.script?.trim() ? [{ elementId: element.id, path: 'script', source: expressionOf(element.script) }] : [];
}

const mappingTexts = (path: string, mappings: readonly Mapping[] = []): TextAt[] => mappings.map((mapping, i) => [`${path}.${i}.value`, mapping.value]);
const fieldTexts = (fields: readonly FormField[] = []): TextAt[] => fields.map((field, i) => [`form.fields.${i}.value`, field.value]);
const nameTexts = (path: string, names: string | readonly string[] | undefined): TextAt[] =>
  typeof names === 'string' ? [[path, names]] : (names ?? []).map((name, i) => [`${path}.${i}`, name]);

function triggerTexts(element: Element): TextAt[] {
  return 'trigger' in element && element.trigger ? TRIGGER_TEXTS[element.trigger.type](element.trigger) : [];
}

const TRIGGER_TEXTS: { readonly [T in Trigger['type']]: (trigger: Trigger) => TextAt[] } = {
  timer: (trigger) => (trigger.type === 'timer' ? (['date', 'duration', 'cycle'] as const).map((key) => [`trigger.${key}`, trigger[key]]) : []),
  terminate: () => [],
};

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
  serviceTask: ({ job }) => [
    ['job.type', job?.type],
    ['job.retries', job?.retries],
    ...Object.entries(job?.headers ?? {}).map(([key, text]): TextAt => [`job.headers.${key}`, text]),
  ],
  scriptTask: none,
  exclusiveGateway: none,
  parallelGateway: none,
  intermediateCatchEvent: none,
  boundaryEvent: none,
  subProcess: none,
  endEvent: none,
};
