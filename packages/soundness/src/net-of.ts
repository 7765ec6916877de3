import type { Process } from '@baton/model';
import { eventSubProcesses } from './catching.ts';
import type { Drawing } from './drawing.ts';
import { drawElement } from './element-net.ts';
import type { Net } from './net.ts';

/** The process as a net: who can go where, whatever the data say. */
export function netOf(drawing: Drawing): Net {
  const { process } = drawing;
  const root = process.root.id;
  const active = drawing.active(root);
  for (const starts of beginningsOf(process)) {
    const post = [active, ...starts.map((id) => drawing.at(id))];
    drawing.happen({ pre: [drawing.begin()], post, steps: starts.map((id) => ({ enter: id })) });
  }
  for (const element of drawing.elements) drawElement(drawing, element);
  eventSubProcesses(drawing, root);
  drawing.happen({ pre: [active], empty: drawing.tokensIn(root), clears: drawing.notesIn(root) });
  return drawing.net();
}

/** Ways an instance can begin: with all plain starts of a pool together, or with one start that has a trigger. */
function beginningsOf(process: Process): readonly (readonly string[])[] {
  const plain = process.startsOf(process.root.id);
  const pools = [...new Set(plain.map(({ pool }) => pool))];
  const together = pools.map((pool) => plain.filter((start) => start.pool === pool).map(({ id }) => id));
  return [...together, ...process.triggeredStartsOf(process.root.id).map(({ id }) => [id])];
}
