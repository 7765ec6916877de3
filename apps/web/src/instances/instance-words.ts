import type { Instance } from '@baton/contract';
import { type ElementType, isElementType } from '@baton/model';
import type { Status } from '../ui/status-chip.tsx';

export interface InstanceWords {
  readonly status: Status;
  readonly words: string;
}

const RUNNING: InstanceWords = { status: 'running', words: 'Running' };
const AT_REST: { readonly [S in Exclude<Instance['status'], 'active'>]: InstanceWords } = {
  completed: { status: 'done', words: 'Done' },
  cancelled: { status: 'canceled', words: 'Canceled' },
  suspended: { status: 'paused', words: 'Paused' },
  failed: { status: 'attention', words: 'Failed' },
};

/** What it means for the whole that a token stands there. */
const STANDING_AT: { readonly [T in ElementType]: InstanceWords } = {
  startEvent: RUNNING,
  userTask: { status: 'person', words: 'Waiting for a person' },
  serviceTask: { status: 'running', words: 'Waiting for a worker' },
  scriptTask: RUNNING,
  exclusiveGateway: RUNNING,
  parallelGateway: { status: 'waiting', words: 'Waiting for branches' },
  intermediateCatchEvent: { status: 'waiting', words: 'Waiting for an event' },
  boundaryEvent: RUNNING,
  subProcess: RUNNING,
  endEvent: RUNNING,
  task: RUNNING,
  manualTask: RUNNING,
  businessRuleTask: { status: 'running', words: 'Waiting for a worker' },
  sendTask: { status: 'running', words: 'Waiting for a worker' },
  receiveTask: { status: 'waiting', words: 'Waiting for a message' },
  inclusiveGateway: { status: 'waiting', words: 'Waiting for branches' },
  eventBasedGateway: { status: 'waiting', words: 'Waiting for an event' },
  complexGateway: { status: 'waiting', words: 'Waiting for branches' },
  intermediateThrowEvent: RUNNING,
  transaction: RUNNING,
  adHocSubProcess: { status: 'waiting', words: 'Waiting for a choice' },
  callActivity: { status: 'running', words: 'Waiting for a called process' },
};

/** A person is what one would do something about, so a person comes first. */
const MOST_TELLING: readonly ElementType[] = [
  'userTask',
  'serviceTask',
  'businessRuleTask',
  'sendTask',
  'callActivity',
  'receiveTask',
  'intermediateCatchEvent',
  'eventBasedGateway',
  'parallelGateway',
  'inclusiveGateway',
  'complexGateway',
  'adHocSubProcess',
];

/** How an instance is, in a word. */
export function wordsOf(instance: Pick<Instance, 'status' | 'hasIncident' | 'waitingAt'>): InstanceWords {
  if (instance.status !== 'active') return AT_REST[instance.status];
  if (instance.hasIncident) return { status: 'attention', words: 'Needs attention' };
  const types = instance.waitingAt.map(({ type }) => type).filter(isElementType);
  const telling = MOST_TELLING.find((type) => types.includes(type));
  return telling ? STANDING_AT[telling] : RUNNING;
}

/** Where it stands: `Approve`, `Approve and 2 more`. */
export function stepsOf({ waitingAt }: Pick<Instance, 'waitingAt'>): string {
  const names = [...new Set(waitingAt.map((element) => element.name || element.elementId))];
  const [first, second] = names;
  if (names.length <= 1) return first ?? '';
  return names.length === 2 ? `${first} and ${second}` : `${first} and ${names.length - 1} more`;
}

/** What people call it: its business key, else the end of its id. */
export const titleOf = ({ businessKey, id }: Pick<Instance, 'businessKey' | 'id'>): string => businessKey ?? `#${id.slice(-8)}`;
