import { DONE, failWith, type Next, STAY } from '../behaviour.ts';
import type { CompiledNode } from '../compiled-process.ts';
import type { Key, Thrown } from '../event.ts';
import type { Execution } from '../execution.ts';
import type { Json, Values } from '../json.ts';
import { failure } from '../result.ts';
import { type LiveElement, ROOT_KEY } from '../state.ts';
import type { TriggerVerbs } from '../trigger.ts';

type Kind = 'error' | 'escalation';
/** Who catches it: a border event of `host`, or the start of an event sub-process in it. */
type Catcher = { readonly host: LiveElement; readonly event: CompiledNode; readonly trigger: TriggerVerbs };

/**
 * Walks outwards from `from`: the border of the element itself, then for each scope around it its event sub-processes and its
 * border. The exact code wins over a catch-all at the same place (BPMN 2.0.2, 10.5.6 and 13.5.4).
 */
function catcherOf(x: Execution, from: LiveElement, kind: Kind, code: string): Catcher | null {
  for (let at: LiveElement | undefined = from; at !== undefined; at = scopeOf(x, at)) {
    const node = x.nodeOf(at);
    const onBorder = at.iteration === undefined && !livesAgain(x, at) ? find(node.boundaryEvents, kind, code) : null;
    if (onBorder) return { host: at, ...onBorder };
    const scope = scopeOf(x, at);
    const inside = scope && !node.isEventSubProcess ? find(x.nodeOf(scope).eventStarts, kind, code) : null;
    if (scope && inside) return { host: scope, ...inside };
  }
  return null;
}

/** A scope that is being undone has left its border behind; what undoes a step may have one of its own. */
function livesAgain(x: Execution, at: LiveElement): boolean {
  const element = x.process.process.node(at.elementId);
  return at.isUndo === true && !('isForCompensation' in element && element.isForCompensation);
}

const scopeOf = (x: Execution, { scope }: LiveElement) => (scope === null ? undefined : x.draft.elements.get(scope));

function find(events: readonly CompiledNode[], kind: Kind, code: string): { event: CompiledNode; trigger: TriggerVerbs } | null {
  const catching = events.flatMap((event) => event.triggers.filter((trigger) => trigger.type === kind).map((trigger) => ({ event, trigger })));
  return catching.find(({ trigger }) => trigger.code === code) ?? catching.find(({ trigger }) => trigger.code === null) ?? null;
}

/** An error nobody catches ends a called instance, for its caller to catch; else it is an incident where it was thrown. */
export function throwError(x: Execution, from: LiveElement, thrown: Thrown): Next {
  const catcher = catcherOf(x, from, 'error', thrown.code);
  x.emit({ type: 'error.thrown', key: from.key, elementId: from.elementId, ...thrown, ...(catcher ? { caughtBy: catcher.event.id } : {}) });
  if (catcher) {
    catchIt(x, catcher, thrown);
    return STAY;
  }
  if (x.draft.isCalled) {
    x.cancel(ROOT_KEY);
    x.emit({ type: 'instance.failed', ...thrown });
    return STAY;
  }
  const said = thrown.message === undefined ? '' : ` It says: ${thrown.message}`;
  return failWith(
    failure('error-uncaught', `Expected somebody to catch the error “${thrown.code}”, but nothing around “${x.nodeOf(from).label}” does.${said}`),
  );
}

/** An escalation nobody catches is no trouble: the path goes on. */
export function throwEscalation(x: Execution, from: LiveElement, thrown: Thrown): Next {
  const catcher = catcherOf(x, from, 'escalation', thrown.code);
  const fate = catcher ? { caughtBy: catcher.event.id } : x.draft.isCalled ? { toCaller: true as const } : {};
  x.emit({ type: 'escalation.thrown', key: from.key, elementId: from.elementId, ...thrown, ...fate });
  if (catcher) catchIt(x, catcher, thrown);
  return x.draft.elements.has(from.key) ? DONE : STAY;
}

function catchIt(x: Execution, { host, event, trigger }: Catcher, thrown: Thrown): void {
  x.resume(event, host, { kind: 'event', values: valuesFor(trigger, thrown) });
}

function valuesFor({ codeVariable, messageVariable }: TriggerVerbs, { code, message, values }: Thrown): Values {
  const more: Record<string, Json> = {};
  if (codeVariable) more[codeVariable] = code;
  if (messageVariable) more[messageVariable] = message ?? null;
  return { ...values, ...more };
}

/** A worker, or a called process, ended with a modelled error: for the border of its step first. */
export function failAt(x: Execution, key: Key, thrown: Thrown): void {
  const token = x.draft.element(key);
  x.follow(x.nodeOf(token), token, throwError(x, token, thrown));
}
