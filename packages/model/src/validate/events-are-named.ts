import type { Element } from '../graph.ts';
import { isIsoDuration } from '../iso-8601.ts';
import { nameOf } from '../naming.ts';
import { error, type Problem, warning } from '../problem.ts';
import { isExpression } from '../text.ts';
import type { SingleTrigger } from '../triggers/single.ts';
import { isThrowing, type TriggerAt, triggersOf } from '../triggers/triggers-of.ts';
import { forEachElement, type Rule, type RuleContext } from './rule.ts';

/** Messages, signals and links have names, what is thrown has a code, a condition says when. */
export const eventsAreNamed: Rule = forEachElement((element, context) =>
  triggersOf(element).flatMap((each) => checkTrigger({ ...each, element, isThrown: isThrowing(element) }, context)),
);

export interface TriggerQuestion extends TriggerAt {
  readonly element: Element;
  readonly isThrown: boolean;
}

export function checkTrigger(question: TriggerQuestion, context: RuleContext): readonly Problem[] {
  const { trigger } = question;
  const type: SingleTrigger['type'] = trigger.type;
  return CHECKS[type](question, context);
}

type Check = (question: TriggerQuestion, context: RuleContext) => readonly Problem[];
const nothing: Check = () => [];
const CHECKS: { readonly [T in SingleTrigger['type']]: Check } = {
  timer: nothing,
  message: ({ trigger, element, path, isThrown }, context) =>
    trigger.type === 'message' ? checkMessage({ message: trigger, element, path, isThrown }, context) : [],
  signal: checkName,
  link: checkName,
  error: checkCode,
  escalation: checkCode,
  conditional: checkCondition,
  compensation: nothing,
  cancel: nothing,
  terminate: nothing,
};

function checkName({ trigger, element, path }: TriggerQuestion): Problem[] {
  if ('name' in trigger && trigger.name?.trim()) return [];
  const message = `Expected ${nameOf(element)} to say the name of its ${trigger.type}, but it has none.`;
  return [error('name-missing', message, { elementId: element.id, path: `${path}.name` })];
}

/** BPMN 2.0.2, 10.5.5: an error or escalation that is thrown has a code; without one everything is caught. */
function checkCode({ trigger, element, path, isThrown }: TriggerQuestion): Problem[] {
  if (!isThrown || ('code' in trigger && trigger.code?.trim())) return [];
  const message = `Expected ${nameOf(element)} to throw an ${trigger.type} with a code, but it has none.`;
  return [error('code-missing', message, { elementId: element.id, path: `${path}.code` })];
}

function checkCondition({ trigger, element, path }: TriggerQuestion): Problem[] {
  if ('condition' in trigger && trigger.condition?.trim()) return [];
  return [
    error('condition-missing', `Expected a condition that ${nameOf(element)} waits for, but there is none.`, {
      elementId: element.id,
      path: `${path}.condition`,
    }),
  ];
}

interface MessageQuestion {
  readonly message: { readonly name?: string | undefined; readonly correlationKey?: string | undefined; readonly timeToLive?: string | undefined } | undefined;
  readonly element: Element;
  readonly path: string;
  readonly isThrown: boolean;
}

/** Of events and tasks alike. A message flow may give the name. */
export function checkMessage({ message, element, path, isThrown }: MessageQuestion, { index }: RuleContext): Problem[] {
  const elementId = element.id;
  const isNamed = message?.name?.trim() || index.messageFlowsAt(elementId).some((flow) => flow.message?.trim() || flow.name?.trim());
  const timeToLive = message?.timeToLive?.trim();
  return [
    ...(isNamed
      ? []
      : [error('name-missing', `Expected ${nameOf(element)} to say the name of its message, but it has none.`, { elementId, path: `${path}.name` })]),
    ...(!isThrown && isAwaitedByInstance(element) && !message?.correlationKey?.trim()
      ? [
          warning('correlation-missing', `Expected ${nameOf(element)} to say which message is meant (a correlation key), but any with its name will do.`, {
            elementId,
            path: `${path}.correlationKey`,
          }),
        ]
      : []),
    ...(timeToLive && !isExpression(timeToLive) && !isIsoDuration(timeToLive)
      ? [
          error('timer-invalid', `Expected a duration such as PT1H at ${nameOf(element)}, but found “${timeToLive}”.`, {
            elementId,
            path: `${path}.timeToLive`,
          }),
        ]
      : []),
  ];
}

/** What starts an instance takes every message of its name. */
function isAwaitedByInstance(element: Element): boolean {
  if (element.type === 'startEvent') return element.parent !== undefined;
  return !(element.type === 'receiveTask' && element.instantiate);
}
