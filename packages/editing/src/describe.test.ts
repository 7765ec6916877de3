import { expect, it } from 'vitest';
import { describe as nameOfCommand } from './describe.ts';
import { line } from './testing/draw.ts';

it('calls a command by what somebody did to what', () => {
  const graph = line();

  expect(nameOfCommand(graph, { type: 'moveElements', ids: ['task'], by: { x: 1, y: 1 } })).toBe('Move “Approve”');
  expect(nameOfCommand(graph, { type: 'moveElements', ids: ['task', 'end'], by: { x: 1, y: 1 } })).toBe('Move 2 elements');
  expect(nameOfCommand(graph, { type: 'removeElements', ids: ['flow_1'] })).toBe('Delete the flow from the start “start” to “Approve”');
  expect(nameOfCommand(graph, { type: 'appendElement', after: 'task', elementType: 'exclusiveGateway' })).toBe('Add decision after “Approve”');
});
