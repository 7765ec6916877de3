import type { Fix, Graph } from '@baton/model';
import { isEdgeLayout } from '@baton/model';
import type { EditCommand } from './command.ts';
import { boxAroundAll } from './geometry/box.ts';

/** The command that carries out what a problem offers as a repair. */
export function commandOf(graph: Graph, fix: Fix): EditCommand {
  if (fix.type === 'remove') return { type: 'removeElements', ids: [fix.id] };
  if (fix.type === 'append') return { type: 'appendElement', after: fix.after, elementType: fix.elementType };
  if (fix.type === 'add') return { type: 'addElement', elementType: fix.elementType, parent: fix.parent ?? null, at: leftOf(graph, fix.parent) };
  if (graph.flows.some((flow) => flow.id === fix.id)) return { type: 'setFlow', id: fix.id, [fix.property]: fix.value };
  return { type: 'setProperties', id: fix.id, properties: nested(graph, fix) };
}

/** In front of everything in that sub-process. */
function leftOf(graph: Graph, parent: string | undefined) {
  const boxes = graph.elements.filter((element) => element.parent === parent).flatMap((element) => graph.layout[element.id] ?? []);
  const around = boxAroundAll(boxes.flatMap((layout) => (isEdgeLayout(layout) ? [] : layout)));
  const container = parent === undefined ? undefined : graph.layout[parent];
  if (around) return { x: around.x - 80, y: around.y + Math.min(around.height / 2, 40) };
  return container && !isEdgeLayout(container) ? { x: container.x + 42, y: container.y + container.height / 2 } : { x: 100, y: 200 };
}

/** `trigger.duration` is set inside the trigger that is there. */
function nested(graph: Graph, { id, property, value }: Extract<Fix, { type: 'set' }>) {
  const [outer = property, inner] = property.split('.');
  const present: unknown = Reflect.get(graph.elements.find((element) => element.id === id) ?? {}, outer);
  if (inner === undefined) return { [outer]: value };
  const { [inner]: _before, ...others }: { readonly [name: string]: unknown } = { ...(typeof present === 'object' ? present : {}) };
  return { [outer]: value === null ? others : { ...others, [inner]: value } };
}
