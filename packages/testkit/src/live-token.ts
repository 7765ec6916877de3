import type { Element, ElementOf, Flow, SingleTrigger } from '@baton/model';

export type Scope = Live;
/** Something of which there may be several: `undo` holds what is to be undone, the last at its end. */
export type Live = {
  readonly element: Element | null;
  readonly scope: Scope | null;
  readonly holder?: Live;
  readonly undoes?: Live;
  kind: 'waits' | 'scope' | 'loop' | 'undoing' | 'stands';
  records: Undoable[];
  undo: Element[];
  ended: number;
  todo: Element[];
  missing: Set<number>;
  /** Conditional events whose condition was true when last asked. */
  held: Set<string>;
  /** Complex gateways in it that went on and wait for the rest: the flows they had. */
  resets: Map<string, ReadonlySet<string>>;
  isInterrupted: boolean;
  /** In which round of happenings it came about. */
  born: number;
};
/** Done, and to be undone by `by`: handlers in order of completion. */
export type Undoable = { readonly element: Element; readonly by: readonly Element[] };
export type Arrival = { readonly element: Element; readonly scope: Scope; readonly flow: Flow | null };
export type Listener = { readonly live: Live; readonly event: Element; readonly trigger: SingleTrigger; readonly index: number };

export const liveToken = (element: Element | null, scope: Scope | null, kind: Live['kind']): Live => ({
  ...{
    element,
    scope,
    kind,
    records: [],
    undo: [],
    begun: 0,
    ended: 0,
    todo: [],
    missing: new Set<number>(),
    held: new Set<string>(),
    resets: new Map(),
    isInterrupted: false,
    born: 0,
  },
});
const WAITS = ['userTask', 'serviceTask', 'receiveTask', 'callActivity', 'businessRuleTask', 'eventBasedGateway'];
export const isWait = (element: Element) => WAITS.includes(element.type) || (element.type === 'sendTask' && element.job !== undefined);
export const isApart = (element: Element) =>
  isBorder(element) ||
  (element.type === 'intermediateCatchEvent' && element.trigger?.type === 'link') ||
  ('isForCompensation' in element && element.isForCompensation === true) ||
  ('triggeredByEvent' in element && element.triggeredByEvent === true);
export const isBorder = (element: Element): element is ElementOf<'boundaryEvent'> => element.type === 'boundaryEvent';
export const codeOf = (trigger: SingleTrigger) => ('code' in trigger ? trigger.code : undefined);
export const quantityOf = (element: Element, what: 'startQuantity' | 'completionQuantity') => (what in element && (element as ElementOf<'task'>)[what]) || 1;
