import { applyByType, type ByType, type Element, type ElementOf } from '@baton/model';
import { borderEvents, eventSubProcesses, notesOf, raise } from './catching.ts';
import { type Drawing, isScope, takes } from './drawing.ts';
import { has, triggersOf } from './triggers.ts';
import { waysOut } from './ways-out.ts';

/** What can happen at an element, as transitions. */
export const drawElement = (drawing: Drawing, element: Element): void => applyByType(DRAW, element, drawing);

type Draw<E extends Element = Element> = (element: E, drawing: Drawing) => void;

/** A token is on it, and leaves. */
const step: Draw = (element, drawing) => {
  const on = drawing.at(element.id);
  for (const flows of waysOut(drawing.process, element)) {
    drawing.happen({ pre: [on], clears: notesOf(drawing, element.id), post: drawing.arriveAll(flows), steps: takes(flows), covers: [element.id] });
  }
};

const activity: Draw = (element, drawing) => {
  step(element, drawing);
  borderEvents(drawing, element.id, drawing.at(element.id));
};

/** All of them: a token from each way in, one on each way out. */
const parallel: Draw = (element, drawing) => {
  if (!drawing.isJoin(element)) return step(element, drawing);
  const pre = drawing.arriveAll(drawing.process.incoming(element.id));
  for (const flows of waysOut(drawing.process, element)) drawing.happen({ pre, post: drawing.arriveAll(flows), steps: takes(flows), covers: [element.id] });
};

const inclusive: Draw = (element, drawing) => {
  if (!drawing.isJoin(element)) return step(element, drawing);
  const ways = drawing.arriveAll(drawing.process.incoming(element.id));
  for (const flows of waysOut(drawing.process, element)) {
    drawing.happen({ gathers: ways, awaits: ways, post: drawing.arriveAll(flows), steps: takes(flows), covers: [element.id] });
  }
};

/** Goes on with whatever has come, swallows what comes later, and begins anew when nothing can come any more (13.4.5). */
const complex: Draw = (element, drawing) => {
  if (!drawing.isJoin(element)) return step(element, drawing);
  const ways = drawing.arriveAll(drawing.process.incoming(element.id));
  const fired = drawing.note(element.id);
  for (const flows of waysOut(drawing.process, element)) {
    drawing.happen({ gathers: ways, empty: [fired], post: [fired, ...drawing.arriveAll(flows)], steps: takes(flows), covers: [element.id] });
  }
  drawing.happen({ pre: [fired], gathers: ways, post: [fired] });
  drawing.happen({ pre: [fired], empty: ways, awaits: ways });
};

const throwing: Draw<ElementOf<'intermediateThrowEvent'>> = (element, drawing) => {
  const link = triggersOf(element).find((trigger) => trigger.type === 'link');
  const target = link?.type === 'link' && drawing.process.linkTarget(element.parent ?? drawing.process.root.id, link.name ?? '');
  if (target) {
    drawing.happen({ pre: [drawing.at(element.id)], post: [drawing.at(target.id)], steps: [{ enter: target.id }], covers: [element.id] });
    return;
  }
  const escalation = triggersOf(element).find((trigger) => trigger.type === 'escalation');
  if (escalation && raise(drawing, element, escalation, waysOut(drawing.process, element))) return;
  step(element, drawing);
};

const ending: Draw<ElementOf<'endEvent'>> = (element, drawing) => {
  const scope = element.parent ?? drawing.process.root.id;
  const thrown = triggersOf(element).find(({ type }) => type === 'error' || type === 'cancel' || type === 'escalation');
  if (thrown && raise(drawing, element, thrown, [[]])) return;
  const pre = [drawing.at(element.id)];
  if (thrown?.type === 'error') return endAll(element, drawing.process.root.id, drawing);
  if (has(element, 'terminate') || thrown?.type === 'cancel') return endAll(element, scope, drawing);
  drawing.happen({ pre, covers: [element.id] });
};

/** Terminate; so do an error nobody catches and a cancellation without a border event. */
function endAll(element: Element, scope: string, drawing: Drawing): void {
  const active = drawing.active(scope);
  const clears = [...drawing.tokensIn(scope), ...drawing.notesIn(scope)];
  drawing.happen({ pre: [drawing.at(element.id), active], clears, post: [active], covers: [element.id] });
}

const scope: Draw = (element, drawing) => {
  const { process } = drawing;
  const active = drawing.active(element.id);
  for (const starts of beginnings(element, drawing)) {
    const post = [active, ...starts.map(({ id }) => drawing.at(id))];
    const steps = starts.map(({ id }) => ({ enter: id }));
    if (!isEventSubProcess(element)) drawing.happen({ pre: [drawing.at(element.id)], empty: [active], post, steps, covers: [element.id] });
  }
  const inside = drawing.tokensIn(element.id);
  const notes = [...drawing.notesIn(element.id), ...notesOf(drawing, element.id)];
  for (const flows of waysOut(process, element)) {
    const leave = { pre: [active], post: drawing.arriveAll(flows), steps: takes(flows) };
    drawing.happen({ ...leave, empty: inside, clears: notes });
    if ('completionCondition' in element && element.completionCondition) drawing.happen({ ...leave, clears: [...inside, ...notes] });
  }
  borderEvents(drawing, element.id, active);
  eventSubProcesses(drawing, element.id);
};

const isEventSubProcess = (element: Element) => element.type === 'subProcess' && element.triggeredByEvent === true;

function beginnings(element: Element, { process }: Drawing): readonly (readonly Element[])[] {
  const all = process.startsOf(element.id).filter((start) => !isScope(start) || !isEventSubProcess(start));
  const chooses = element.type === 'adHocSubProcess' && element.activeElements?.trim();
  return chooses && all.length > 1 ? [all, ...all.map((start) => [start])] : [all];
}

/** Is drawn with its host. */
const withItsHost: Draw = () => undefined;

const DRAW: ByType<void, [Drawing]> = {
  startEvent: step,
  endEvent: ending,
  intermediateCatchEvent: step,
  intermediateThrowEvent: throwing,
  boundaryEvent: withItsHost,
  userTask: activity,
  serviceTask: activity,
  scriptTask: activity,
  businessRuleTask: activity,
  sendTask: activity,
  receiveTask: activity,
  manualTask: activity,
  task: activity,
  callActivity: activity,
  exclusiveGateway: step,
  eventBasedGateway: step,
  parallelGateway: parallel,
  inclusiveGateway: inclusive,
  complexGateway: complex,
  subProcess: scope,
  transaction: scope,
  adHocSubProcess: scope,
};
