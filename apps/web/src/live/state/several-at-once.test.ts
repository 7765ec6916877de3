import type { ActiveElement } from '@baton/contract';
import { initialView } from '@baton/contract';
import { emptyGraph } from '@baton/model';
import { expect, it } from 'vitest';
import { graphWords } from '../graph-words.ts';
import { diagramStates } from './diagram-states.ts';

const words = graphWords({
  ...emptyGraph('p', 'P'),
  elements: [{ id: 'ask', type: 'serviceTask', name: 'Ask', loop: { kind: 'parallel', collection: '=people' } }],
});
const at = (key: string, scope: string): ActiveElement => ({
  key,
  elementId: 'ask',
  elementType: 'serviceTask',
  scope,
  since: '2026-11-26T10:00:00Z',
  waitingFor: null,
  incident: null,
});
const now = Date.parse('2026-11-26T10:05:00Z');

it('counts the runs of a step that is done several times at once, not the frame around them', () => {
  const active = { e2: at('e2', 'e1'), e3: at('e3', 'e2'), e4: at('e4', 'e2'), e5: at('e5', 'e2') };

  const { elements } = diagramStates({ ...initialView('i'), active }, words, now);

  expect(elements.ask).toMatchObject({ state: 'running', count: 3 });
  expect(elements.ask?.words).toMatch(/^3 running since/);
});
