import type { CommandOf, Rejection } from '../command.ts';
import type { CompiledNode, CompiledProcess } from '../compiled-process.ts';
import type { Execution } from '../execution.ts';
import { listenFor } from '../mechanics/listening.ts';
import type { Failure } from '../result.ts';
import { ROOT_KEY } from '../state.ts';
import { type Handler, reject, rejectValues } from './handler.ts';

/** The variable that says who started it: `=initiator` as an assignee. Whoever starts it can't choose it. */
export const INITIATOR = 'initiator';

export const start: Handler<CommandOf<'start'>> = (x, { variables, by, startElementId, startTriggerIndex = 0, isCalled }) => {
  const { root } = x.process;
  if (x.draft.status !== 'new') return reject('instance-already-started', `Expected a new instance, but it is ${x.draft.status}.`);
  const begin = startElementId === undefined ? plainStart(root) : triggeredStart(x.process, startElementId, startTriggerIndex);
  if (!begin.ok) return begin.rejection;
  const initial = { ...variables, [INITIATOR]: by.userId ?? by.name };
  const rejection = rejectValues(x, initial);
  if (rejection) return rejection;
  x.emit({ type: 'instance.started', variables: initial, by });
  if (isCalled) x.emit({ type: 'instance.called' });
  x.emit({ type: 'element.entered', key: ROOT_KEY, elementId: root.id, elementType: 'process', scope: null });
  x.emit({ type: 'element.waiting', key: ROOT_KEY, awaits: { kind: 'children' } });
  const failure = listenFor(x, root.eventStarts, x.draft.element(ROOT_KEY));
  if (failure) return reject('expression-failed', failure.message);
  x.lookAt(ROOT_KEY);
  const problem = begin.run(x);
  return problem && reject('expression-failed', problem.message);
};

type Beginning = { readonly ok: true; readonly run: (x: Execution) => Failure | null } | { readonly ok: false; readonly rejection: Rejection };

function plainStart(root: CompiledNode): Beginning {
  if (root.starts.length === 0) {
    const detail =
      root.triggered.length === 0
        ? `Expected “${root.label}” to have a start event, but it has none.`
        : `Expected “${root.label}” to have a start without a trigger, but it begins only by ${root.triggered.map((start) => `“${start.label}”`).join(', ')}.`;
    return { ok: false, rejection: reject('no-start-event', detail) };
  }
  return {
    ok: true,
    run: (x) => {
      x.startInside(root, ROOT_KEY);
      return null;
    },
  };
}

/** A start event, an instantiating receive task, or an event behind an instantiating gateway: that has happened. */
function triggeredStart(process: CompiledProcess, id: string, index: number): Beginning {
  const { root } = process;
  const start = root.triggered.find((each) => each.id === id);
  if (start) return { ok: true, run: (x) => (start.needsAll && start.triggers.length > 1 ? waitForTheOthers(x, start, index) : go(x, start)) };
  const gateway = root.triggered.find((each) => each.outgoing.some((flow) => flow.target.id === id) && each.type === 'eventBasedGateway');
  if (!gateway) return { ok: false, rejection: reject('start-not-found', `Expected a start with a trigger, but “${id}” is none in “${root.label}”.`) };
  return { ok: true, run: (x) => chooseAtStart(x, gateway, process.node(id)) };
}

function go(x: Execution, start: CompiledNode): null {
  x.enterTriggered(start, ROOT_KEY, {});
  return null;
}

function waitForTheOthers(x: Execution, start: CompiledNode, index: number): Failure | null {
  const token = x.appear(start, ROOT_KEY);
  const failure = listenFor(x, [start], token, index);
  if (failure) return failure;
  x.emit({ type: 'element.waiting', key: token.key, awaits: { kind: 'event' } });
  return null;
}

function chooseAtStart(x: Execution, gateway: CompiledNode, event: CompiledNode): Failure | null {
  const token = x.appear(gateway, ROOT_KEY);
  const others = gateway.outgoing.map((flow) => flow.target).filter((each) => each !== event);
  const failure = listenFor(x, others, token);
  if (failure) return failure;
  x.emit({ type: 'element.waiting', key: token.key, awaits: { kind: 'event' } });
  gateway.verbs.chosen(x, x.draft.element(token.key), event, { kind: 'event', values: {} });
  return null;
}
