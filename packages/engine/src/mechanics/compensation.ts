import { DONE, type Next, STAY } from '../behaviour.ts';
import type { CompiledNode } from '../compiled-process.ts';
import { bug } from '../draft.ts';
import type { Key } from '../event.ts';
import type { Execution } from '../execution.ts';
import { type LiveElement, ROOT_KEY } from '../state.ts';
import { cancelInside } from './cancellation.ts';
import { byNumber } from './keys.ts';
import { dropListening } from './listening.ts';

const recordsOf = (x: Execution, scope: Key): Key[] => [...x.draft.compensations].flatMap(([key, record]) => (record.scope === scope ? [key] : []));

/**
 * An activity is done: if something can undo it, or what was done inside it, that is kept with the variables as they are now
 * (BPMN 2.0.2, 13.5.5): all it can read for a handler, its own for a sub-process.
 */
export function keepForUndoing(x: Execution, node: CompiledNode, token: LiveElement): void {
  if (token.isUndo || !(node.isActivity || node.isEventSubProcess)) return;
  const hasInner = x.draft.compensations.size > 0 && recordsOf(x, token.key).length > 0;
  const isHandled = node.handler !== null && !(node.loop && token.iteration === undefined);
  if (!hasInner && !isHandled && !node.undoStart) return;
  const values = isHandled ? x.visibleAt(token.key) : (x.draft.variables[token.key] ?? {});
  x.emit({ type: 'compensation.recorded', recordKey: x.draft.newKey('r'), key: token.key, elementId: node.id, scope: token.scope ?? ROOT_KEY, values });
}

type Undo = { readonly activity: string | null; readonly isDetached: boolean };

/** A compensation event is thrown: undoes that activity, or all that is done in its scope; an event sub-process undoes for what it stands in. */
export function undoFrom(x: Execution, node: CompiledNode, token: LiveElement, { activity, isDetached }: Undo): Next {
  const records = scopesSeenFrom(x, token)
    .flatMap((scope) => recordsOf(x, scope))
    .filter((key) => activity === null || x.draft.compensations.get(key)?.elementId === activity)
    .toSorted(byNumber);
  if (records.length === 0) return DONE;
  if (isDetached) x.takeFlows(node, token);
  x.emit({ type: 'compensation.begun', key: token.key, elementId: node.id, recordKeys: records, ...(isDetached ? { isDetached } : {}) });
  x.lookAt(token.key);
  return STAY;
}

function scopesSeenFrom(x: Execution, token: LiveElement): readonly Key[] {
  const scopes: Key[] = [];
  for (let at = token.scope; at !== null; at = x.draft.element(at).scope) {
    scopes.push(at);
    if (!x.nodeOf(x.draft.element(at)).isEventSubProcess) break;
  }
  return scopes;
}

/** The next thing is undone, the last done first; when nothing is left, the element ends or goes on. */
export function undoNext(x: Execution, token: LiveElement): void {
  const next = token.undoing?.at(-1);
  const node = x.nodeOf(token);
  if (next !== undefined) {
    undo(x, token, next);
    return;
  }
  x.emit({ type: 'compensation.ended', key: token.key, elementId: node.id });
  const ended = x.draft.element(token.key);
  if (ended.isDetached) x.end(node, ended);
  else if (ended.isUndo) x.leave(node, ended);
  else node.verbs.undone(x, ended);
}

function undo(x: Execution, by: LiveElement, recordKey: Key): void {
  const { elementId } = x.draft.compensations.get(recordKey) ?? bug(`record ${recordKey} is gone`);
  const done = x.process.node(elementId);
  const inner = recordsOf(x, recordKey);
  const areRounds = done.loop !== null && inner.some((key) => x.draft.compensations.get(key)?.elementId === elementId);
  const handler = done.handler && !areRounds ? done.handler : done;
  const token = x.appear(handler, by.key);
  x.emit({ type: 'compensation.started', recordKey, key: token.key, elementId: handler.id });
  if (handler !== done) x.begin(handler, x.draft.element(token.key));
  else if (done.undoStart && !areRounds) beginUndoStart(x, token, done.undoStart);
  else {
    x.emit({ type: 'compensation.begun', key: token.key, elementId, recordKeys: inner.toSorted(byNumber) });
    x.lookAt(token.key);
  }
}

/** A sub-process with a compensation event sub-process lives again, and only that runs in it. */
function beginUndoStart(x: Execution, token: LiveElement, start: CompiledNode): void {
  x.emit({ type: 'element.waiting', key: token.key, awaits: { kind: 'children' } });
  x.lookAt(token.key);
  x.enterEventSubProcess(start, token.key, {});
}

/** All that was done in the transaction around it is undone, whatever still runs there is cancelled first. */
export function cancelTransaction(x: Execution, node: CompiledNode, token: LiveElement): Next {
  const transaction = transactionAround(x, token) ?? bug(`${node.id} is in no transaction`);
  const inside = [...x.draft.compensations].filter(([, record]) => isWithin(x, record.scope, transaction.key)).map(([key]) => key);
  x.emit({ type: 'compensation.begun', key: transaction.key, elementId: transaction.elementId, recordKeys: inside.toSorted(byNumber) });
  cancelInside(x, transaction.key);
  dropListening(x, transaction.key);
  x.lookAt(transaction.key);
  return STAY;
}

function transactionAround(x: Execution, token: LiveElement): LiveElement | null {
  for (let at = token.scope; at !== null; at = x.draft.element(at).scope) {
    const scope = x.draft.element(at);
    if (x.nodeOf(scope).isTransaction) return scope;
  }
  return null;
}

function isWithin(x: Execution, scope: Key, outer: Key): boolean {
  for (let at: Key | null = scope; at !== null; at = x.draft.elements.get(at)?.scope ?? null) if (at === outer) return true;
  return false;
}
