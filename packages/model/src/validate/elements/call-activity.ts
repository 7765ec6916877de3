import type { ElementOf } from '../../graph.ts';
import { nameOf } from '../../naming.ts';
import { error, type Problem } from '../../problem.ts';

/** It names the process it calls, and of which version. */
export const checkCallActivity = (call: ElementOf<'callActivity'>): Problem[] => [...calledElement(call), ...binding(call)];

function calledElement(call: ElementOf<'callActivity'>): Problem[] {
  if (call.calledElement?.trim()) return [];
  const message = `Expected ${nameOf(call)} to name the process it calls, but it names none.`;
  return [error('called-element-missing', message, { elementId: call.id, path: 'calledElement' })];
}

function binding(call: ElementOf<'callActivity'>): Problem[] {
  const property = call.binding === 'version' || call.binding === 'tag' ? call.binding : undefined;
  if (!property || String(call[property] ?? '').trim()) return [];
  const fix = { type: 'set', id: call.id, property: 'binding', value: null, label: 'Call the newest version' } as const;
  const message = `Expected ${nameOf(call)} to say which ${property} of the process it calls, but it says none.`;
  return [error('binding-incomplete', message, { elementId: call.id, path: property, fix })];
}
