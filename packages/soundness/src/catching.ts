import type { Element, Flow, SingleTrigger } from '@baton/model';
import { type Drawing, takes } from './drawing.ts';
import { type Catcher, catcherOf, eventSubProcessStarts, isCompensating, mayOccur } from './triggers.ts';
import { waysOut } from './ways-out.ts';

/** Marks that a border event beside the work has happened: forgotten when its host ends. */
export const notesOf = (drawing: Drawing, host: string): readonly number[] =>
  drawing.process.boundaryEventsOf(host).flatMap((event) => (isCompensating(event) ? [] : [drawing.note(event.id)]));

/** What the border events of an element that runs on `host` can do: interrupt it, or happen beside it, once. */
export function borderEvents(drawing: Drawing, hostId: string, host: number): void {
  for (const event of drawing.process.boundaryEventsOf(hostId)) {
    if (!mayOccur(drawing.process, event, hostId)) continue;
    for (const flows of waysOut(drawing.process, event)) {
      const steps = [{ enter: event.id }, ...takes(flows)];
      const post = drawing.arriveAll(flows);
      const seen = drawing.note(event.id);
      if (isInterrupting(event)) drawing.happen({ pre: [host], clears: allOf(drawing, hostId), post, steps, covers: [event.id] });
      else drawing.happen({ pre: [host], empty: [seen], post: [host, seen, ...post], steps, covers: [event.id] });
    }
  }
}

/** Event sub-processes of a scope that something from outside can start: each once while the scope runs. */
export function eventSubProcesses(drawing: Drawing, scope: string): void {
  for (const catcher of catchersIn(drawing, scope)) {
    if (!mayOccur(drawing.process, catcher.event, scope)) continue;
    drawing.happen(begun(drawing, catcher, []));
  }
}

function catchersIn({ process }: Drawing, scope: string): readonly Extract<Catcher, { type: 'eventSubProcess' }>[] {
  return eventSubProcessStarts(process, scope).map((start) => ({ type: 'eventSubProcess' as const, scope, ...start }));
}

/** Draws that `from` throws, if something catches it; who catches may break off the scope, else `from` goes on by `ways`. */
export function raise(drawing: Drawing, from: Element, thrown: SingleTrigger, ways: readonly (readonly Flow[])[]): boolean {
  const catcher = catcherOf(drawing.process, from, thrown);
  if (!catcher) return false;
  const on = drawing.at(from.id);
  for (const flows of isInterrupting(catcher.event) ? [[]] : ways) {
    const goesOn = { post: drawing.arriveAll(flows), steps: takes(flows) };
    if (catcher.type === 'border') {
      for (const caught of waysOut(drawing.process, catcher.event)) drawing.happen(caughtOnBorder(drawing, catcher, { on, from, goesOn, caught }));
      continue;
    }
    const { pre, empty, post, steps, ...rest } = begun(drawing, catcher, [from.id]);
    drawing.happen({ ...rest, pre: [on, ...pre], empty, post: [...post, ...goesOn.post], steps: [...steps, ...goesOn.steps] });
    for (const busy of empty) drawing.happen({ pre: [on, busy], post: [busy, ...goesOn.post], steps: goesOn.steps, covers: [from.id] });
  }
  return true;
}

interface Caught {
  readonly on: number;
  readonly from: Element;
  readonly goesOn: { readonly post: readonly number[]; readonly steps: ReturnType<typeof takes> };
  readonly caught: readonly Flow[];
}

function caughtOnBorder(drawing: Drawing, { event, scope }: Extract<Catcher, { type: 'border' }>, { on, from, goesOn, caught }: Caught) {
  const active = drawing.active(scope);
  const stops = isInterrupting(event);
  return {
    pre: [on, active],
    clears: stops ? allOf(drawing, scope) : [],
    post: [...(stops ? [] : [active]), ...goesOn.post, ...drawing.arriveAll(caught)],
    steps: [...goesOn.steps, { enter: event.id }, ...takes(caught)],
    covers: [from.id, event.id],
  };
}

/** An event sub-process begins; an interrupting one ends all else in its scope, and no other can begin beside it. */
function begun(drawing: Drawing, { event, subProcess, scope }: Extract<Catcher, { type: 'eventSubProcess' }>, thrower: readonly string[]) {
  const active = drawing.active(scope);
  const running = drawing.active(subProcess);
  const others = catchersIn(drawing, scope).filter((other) => isInterrupting(other.event) && other.subProcess !== subProcess);
  const seen = drawing.note(event.id);
  return {
    pre: [active],
    empty: [running, seen, ...others.map((other) => drawing.note(other.event.id))],
    clears: isInterrupting(event) ? allOf(drawing, scope) : [],
    post: [active, running, drawing.at(event.id), seen],
    steps: [{ enter: event.id }],
    covers: [...thrower, subProcess],
  };
}

const isInterrupting = (event: Element): boolean =>
  event.type === 'boundaryEvent' ? event.cancelActivity !== false : event.type === 'startEvent' && event.isInterrupting !== false;

/** Everything in a scope, and what its border events remember. */
const allOf = (drawing: Drawing, scope: string) => [...drawing.tokensIn(scope), ...drawing.notesIn(scope), ...notesOf(drawing, scope)];
