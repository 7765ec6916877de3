import type { Box, EdgeLayout, Layout, Point, ShapeLayout } from '@baton/model';
import { attribute, type XmlNode } from '../xml/xml-node.ts';
import type { Conversion } from './context.ts';
import { given } from './triggers.ts';

/** Where everything of `ids` stands, by the first shape or edge that draws it. */
export function layoutOf(ids: ReadonlySet<string>, conversion: Conversion): Layout {
  const layout: Layout = {};
  for (const shape of conversion.document.shapes) {
    const element = conversion.document.byId(attribute(shape, 'bpmnElement'));
    const id = element && conversion.idOf(element);
    if (id === undefined || !ids.has(id) || Object.hasOwn(layout, id)) continue;
    const place = shape.name === 'bpmndi:BPMNEdge' ? edge(shape) : box(shape);
    if (place) layout[id] = place;
    else conversion.report.change(id, 'Its place in the drawing is not given in numbers; it is placed anew.');
  }
  return layout;
}

const child = (node: XmlNode | undefined, name: string) => node?.children.find((each) => each.name === name);
const label = (node: XmlNode) => given({ label: bounds(child(child(node, 'bpmndi:BPMNLabel'), 'dc:Bounds')) });

function box(shape: XmlNode): ShapeLayout | undefined {
  const place = bounds(child(shape, 'dc:Bounds'));
  return place && { ...place, ...label(shape), ...(attribute(shape, 'isExpanded') === 'false' ? { isCollapsed: true } : {}) };
}

function edge(shape: XmlNode): EdgeLayout | undefined {
  const waypoints = shape.children.filter((each) => each.name === 'di:waypoint').flatMap((each) => point(each) ?? []);
  return waypoints.length >= 2 ? { waypoints: waypoints.slice(0, 500), ...label(shape), isPinned: true } : undefined;
}

function bounds(node: XmlNode | undefined): Box | undefined {
  const at = node && point(node);
  const [width, height] = [numberOf(node, 'width'), numberOf(node, 'height')];
  return at && width !== undefined && height !== undefined ? { ...at, width: Math.max(0, width), height: Math.max(0, height) } : undefined;
}

function point(node: XmlNode): Point | undefined {
  const [x, y] = [numberOf(node, 'x'), numberOf(node, 'y')];
  return x === undefined || y === undefined ? undefined : { x, y };
}

function numberOf(node: XmlNode | undefined, name: string): number | undefined {
  const text = node && attribute(node, name);
  const value = text === undefined || text.trim() === '' ? Number.NaN : Number(text);
  return Number.isFinite(value) ? value : undefined;
}
