import { type InstanceView, type LiveEvent, type Person, ROOT_SCOPE, type Values } from '@baton/contract';
import type { GraphWords } from '../graph-words.ts';

export type Json = Values[string];
/** Who or what changed a variable last: a person, or the step whose result it was. */
export type Change = {
  readonly seq: number;
  readonly at: number;
  readonly by: Person | null;
  readonly elementId: string | null;
  readonly before: Json | undefined;
};
export type DataVariable = { readonly name: string; readonly label: string; readonly value: Json; readonly change: Change | null; readonly isLatest: boolean };
/** Variables of the process, or of one step that has its own. */
export type DataScope = { readonly key: string; readonly name: string; readonly variables: readonly DataVariable[] };

/** Variables by scope, the process first, each with its last change. */
export function dataTree(view: InstanceView, log: readonly LiveEvent[], words: GraphWords): DataScope[] {
  const changes = lastChanges(log);
  const latest = Math.max(0, ...[...changes.values()].map(({ seq }) => seq));
  return Object.entries(view.variables)
    .sort(([a], [b]) => Number(b === ROOT_SCOPE) - Number(a === ROOT_SCOPE))
    .map(([key, values]) => ({
      key,
      name: scopeName(key, view, words),
      variables: Object.entries(values).map(([name, value]) => {
        const change = changes.get(placeOf(key, name)) ?? null;
        return { name, label: labelOf(name, words), value, change, isLatest: change !== null && change.before !== undefined && change.seq === latest };
      }),
    }))
    .filter(({ key, variables }) => key === ROOT_SCOPE || variables.length > 0);
}

const placeOf = (scope: string, name: string) => `${scope}/${name}`;
const labelOf = (name: string, words: GraphWords) => words.graph.variables?.find((variable) => variable.name === name)?.label ?? name;

function scopeName(key: string, view: InstanceView, words: GraphWords): string {
  if (key === ROOT_SCOPE) return words.graph.name;
  const element = view.active[key];
  return element ? words.nameOf(element.elementId) : key;
}

function lastChanges(log: readonly LiveEvent[]): ReadonlyMap<string, Change> {
  const changes = new Map<string, Change>();
  const values = new Map<string, Json>();
  log.forEach((event, index) => {
    const set = valuesSet(event);
    if (!set) return;
    for (const [name, value] of Object.entries(set.values)) {
      const place = placeOf(set.scope, name);
      changes.set(place, { seq: event.seq, at: Date.parse(event.at), ...causeOf(event, set.scope, commitAround(log, index)), before: values.get(place) });
      values.set(place, value);
    }
  });
  return changes;
}

function valuesSet(event: LiveEvent): { scope: string; values: Values } | null {
  if (event.type === 'instance.started') return { scope: ROOT_SCOPE, values: event.variables };
  return event.type === 'variables.changed' ? event : null;
}

type Commit = { readonly before: readonly LiveEvent[]; readonly after: readonly LiveEvent[] };

/** What happened at the same time: one commit. Looked for from the event outwards, because logs get long and commits don't. */
function commitAround(log: readonly LiveEvent[], index: number): Commit {
  const isSameCommit = (position: number) => log[position]?.at === log[index]?.at;
  let first = index;
  while (isSameCommit(first - 1)) first--;
  let next = index + 1;
  while (isSameCommit(next)) next++;
  return { before: log.slice(first, index), after: log.slice(index + 1, next) };
}

/** The person named; else the step whose result it is, which ends directly after, and whoever did that; else the step that begins with it. */
function causeOf(event: LiveEvent, scope: string, { before, after }: Commit): Pick<Change, 'by' | 'elementId'> {
  if ('by' in event && event.by) return { by: event.by, elementId: null };
  const begun = before.findLast((earlier) => earlier.type === 'element.started' && earlier.key === scope);
  const ended = after.find((later) => later.type === 'element.completed');
  const cause = scope !== ROOT_SCOPE && begun ? begun : ended;
  if (!cause || !('key' in cause)) return { by: null, elementId: null };
  const task = before.findLast((earlier) => earlier.type === 'task.completed' && earlier.key === cause.key);
  return { by: task?.type === 'task.completed' ? task.by : null, elementId: cause.elementId };
}
