import { type Box, emptyGraph, type Graph, isEdgeLayout, type Point } from '@baton/model';
import type { EditCommand } from '../command.ts';
import { type Edited, edit } from '../edit.ts';

/** For tests: carries a command out, or says why it was refused. */
export function carryOut(graph: Graph, command: EditCommand): Edited {
  const result = edit(graph, command);
  if (!result.ok) throw new Error(`${command.type} was refused: ${result.message}`);
  return result;
}

/** For tests: a process drawn by hand. */
export const draw = (...commands: readonly EditCommand[]): Graph => drawOn(emptyGraph('p', 'P'), ...commands);
export const drawOn = (graph: Graph, ...commands: readonly EditCommand[]): Graph => commands.reduce((drawn, command) => carryOut(drawn, command).graph, graph);

/** start -> task -> end on one line, 60 px apart. */
export const line = (): Graph =>
  draw(
    { type: 'addElement', elementType: 'startEvent', at: { x: 100, y: 200 }, id: 'start' },
    { type: 'appendElement', after: 'start', elementType: 'userTask', id: 'task', properties: { name: 'Approve', assignee: '=initiator' } },
    { type: 'appendElement', after: 'task', elementType: 'endEvent', id: 'end' },
  );

export function boxOf(graph: Graph, id: string): Box {
  const layout = graph.layout[id];
  if (!layout || isEdgeLayout(layout)) throw new Error(`Expected a shape ${id}, but there is none.`);
  return layout;
}

export function wayOf(graph: Graph, id: string): readonly Point[] {
  const layout = graph.layout[id];
  if (!layout || !isEdgeLayout(layout)) throw new Error(`Expected a flow ${id}, but there is none.`);
  return layout.waypoints;
}

export const element = (graph: Graph, id: string) => graph.elements.find((each) => each.id === id);
export const flow = (graph: Graph, id: string) => graph.flows.find((each) => each.id === id);
export const flowsOf = (graph: Graph) => graph.flows.map(({ from, to }) => `${from} -> ${to}`);
