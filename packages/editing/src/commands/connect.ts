import { isBoundaryEvent } from '@baton/model';
import type { EditCommandOf } from '../command.ts';
import { dropConditionsWhereNobodyDecides } from '../consequences/drop-conditions-where-nobody-decides.ts';
import { type Draft, flowsAt, indexOf, isTaken, removeFlow, setElement } from '../draft.ts';
import { type LineKind, lineBetween } from '../line-between.ts';
import { isRefusal } from '../new-element.ts';
import { addFlow } from '../new-flow.ts';
import { done, type Outcome, refusal } from '../outcome.ts';

type Connect = EditCommandOf<'connect'>;

export function connect(draft: Draft, command: Connect): Outcome {
  const verdict = lineBetween(indexOf(draft), command);
  if (!verdict.ok) return refusal(verdict.code, verdict.message);
  return DRAW[verdict.line](draft, command);
}

const DRAW: { readonly [K in LineKind]: (draft: Draft, command: Connect) => Outcome } = {
  flow: (draft, { from, to, id, name, condition }) => {
    const flow = addFlow(draft, { from, to, id, name, condition });
    if (isRefusal(flow)) return flow;
    dropConditionsWhereNobodyDecides(draft, from);
    return done([flow.id]);
  },
  messageFlow: (draft, command) =>
    fresh(draft, 'messageFlow', command, (id, { from, to, name }) => draft.messageFlows.set(id, { id, from, to, ...(name && { name }) })),
  association: (draft, command) =>
    fresh(draft, 'association', command, (id, { from, to }) => {
      draft.artifacts.set(id, { id, type: 'association', from, to, direction: isCompensation(draft, from) ? 'one' : 'none' });
      if (isCompensation(draft, from)) makeHandler(draft, to);
    }),
  dataAssociation: (draft, command) =>
    fresh(draft, 'dataAssociation', command, (id, { from, to }) => draft.artifacts.set(id, { id, type: 'dataAssociation', from, to })),
};

function fresh(draft: Draft, prefix: string, command: Connect, draw: (id: string, command: Connect) => void): Outcome {
  const id = draft.newId(prefix, command.id);
  if (isTaken(draft, id)) return refusal('duplicate-id', `Expected a new id, but “${id}” is taken.`);
  draw(id, command);
  return done([id]);
}

function isCompensation(draft: Draft, id: string): boolean {
  const event = draft.elements.get(id);
  return event !== undefined && isBoundaryEvent(event) && event.trigger?.type === 'compensation';
}

/** What a compensation border event leads to runs only to undo: it has no flows (BPMN 2.0.2, 10.7). */
function makeHandler(draft: Draft, id: string) {
  const element = draft.elements.get(id);
  if (!element || draft.artifacts.has(id)) return;
  for (const flow of flowsAt(draft, id)) removeFlow(draft, flow.id);
  setElement(draft, { ...element, isForCompensation: true } as typeof element);
}
