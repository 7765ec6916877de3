import { foldAll, initialView, type LiveEvent } from '@baton/contract';
import { describe, expect, it } from 'vitest';
import { graphWords } from '../graph-words.ts';
import { keyFacts } from '../key-facts.ts';
import { approved, commit, entered, invoiceGraph, logOf, matched, okafor, on, posted, reminded, started, stuck } from '../testing/invoice.ts';
import { announcementOf } from '../words/announcement.ts';
import { eventWords, isByPerson } from '../words/event-words.ts';
import { howLong, instanceStatus } from '../words/instance-status.ts';
import { diagramStates, leavesOf } from './diagram-states.ts';
import { stepList } from './step-list.ts';

const words = graphWords(invoiceGraph);
const now = on(18, 14, 3);
const viewOf = (log: readonly LiveEvent[]) => foldAll(initialView('i1'), log);
const atApproval = logOf(started, entered, matched, reminded);
const atIncident = logOf(started, entered, matched, reminded, approved, stuck);
const atEnd = logOf(started, entered, matched, reminded, approved, stuck, posted);

describe('the diagram', () => {
  it('shows what is done, who is waited for, what was not reached, and the path taken', () => {
    const { elements, flows } = diagramStates(viewOf(atApproval), words, now);

    expect(elements.enter).toEqual({ state: 'done' });
    expect(elements.approve).toEqual({ state: 'waiting', initials: 'AM', words: 'Waiting for A. Meyer since Mon, due tomorrow 14:02' });
    expect(elements.post).toEqual({ state: 'not-reached' });
    expect(flows).toMatchObject({ f4: 'taken', f5: 'not-reached', f8: 'taken' });
  });

  it('puts trouble above all', () => {
    expect(diagramStates(viewOf(atIncident), words, now).elements.post).toEqual({ state: 'attention', words: 'Needs attention since 14:01' });
  });

  it('counts repeated visits and tokens', () => {
    const twice = commit(
      on(16, 10),
      { type: 'element.started', key: 'x1', elementId: 'enter', elementType: 'userTask', scope: 'e1' },
      { type: 'element.completed', key: 'x1', elementId: 'enter' },
      { type: 'element.started', key: 'x2', elementId: 'approve', elementType: 'userTask', scope: 'e1' },
    );
    const { elements } = diagramStates(viewOf(logOf(started, entered, matched, twice)), words, now);

    expect(elements.enter).toEqual({ state: 'done', count: 2 });
    expect(elements.approve).toMatchObject({ state: 'waiting', count: 2 });
  });

  it('says at a join which paths are still missing', () => {
    const parked = commit(on(16, 10), { type: 'flow.parked', flowId: 'f6', elementId: 'post' });

    expect(diagramStates(viewOf(logOf(started, parked)), words, now).elements.post).toEqual({
      state: 'waiting',
      words: 'Waiting for other paths, 1 of 2 are here',
    });
  });

  it('works for elements named like parts of every object', () => {
    const graph = { ...invoiceGraph, elements: invoiceGraph.elements.map((element) => (element.id === 'post' ? { ...element, id: 'constructor' } : element)) };

    expect(diagramStates(viewOf(atApproval), graphWords(graph), now).elements.constructor).toEqual({ state: 'not-reached' });
  });
});

describe('the list of steps', () => {
  it('says the same as the diagram, in the order of the flows', () => {
    const listed = stepList(viewOf(atApproval), words, now).map(({ name, says }) => `${name}: ${says}`);

    expect(listed).toEqual([
      'Invoice received: Done Mon',
      'Enter invoice: Done Mon',
      'Match order: Done Mon',
      'Amount?: Done Mon',
      'Approve invoice: Waiting for A. Meyer since Mon, due tomorrow 14:02',
      'After 1 day: Done yesterday',
      'Post to ledger: Not reached',
      'Invoice posted: Not reached',
    ]);
  });

  it('says what is wrong where something is', () => {
    const post = stepList(viewOf(atIncident), words, now).find(({ elementId }) => elementId === 'post');

    expect(post?.says).toBe('Needs attention since 14:01: The ledger is closed');
  });
});

describe('the instance in one line', () => {
  it('names whom it waits for', () => {
    expect(instanceStatus(viewOf(atApproval), now, words)).toEqual({ status: 'waiting', words: 'Waiting for A. Meyer since Mon, due tomorrow 14:02' });
    expect(howLong(viewOf(atApproval), now)).toBe('Running for 2 d 4 h');
  });

  it('counts what else is going on', () => {
    const more = commit(on(18, 14), { type: 'element.started', key: 'x', elementId: 'post', elementType: 'serviceTask', scope: 'e1' });

    expect(instanceStatus(viewOf(logOf(started, entered, matched, more)), now, words).words).toBe('Waiting for A. Meyer, and 1 more');
  });

  it('names a person before a timer', () => {
    const timer = commit(
      on(16, 9),
      { type: 'element.started', key: 'x', elementId: 'late', elementType: 'intermediateCatchEvent', scope: 'e1' },
      { type: 'element.waiting', key: 'x', elementId: 'late', waitingFor: { kind: 'timer', dueAt: new Date(on(20, 9)).toISOString() } },
    );

    expect(instanceStatus(viewOf(logOf(timer, started, entered, matched)), now, words).words).toBe('Waiting for A. Meyer, and 1 more');
  });

  it('needs attention, is done, or was canceled', () => {
    const cancelled = logOf(started, commit(on(16, 10), { type: 'instance.cancelled', by: okafor }));

    expect(instanceStatus(viewOf(atIncident), now, words)).toEqual({ status: 'attention', words: 'Needs attention: Post to ledger' });
    expect(instanceStatus(viewOf(atEnd), now, words)).toEqual({ status: 'done', words: 'Done' });
    expect(howLong(viewOf(atEnd), now)).toBe('Took 2 d 4 h');
    expect(instanceStatus(viewOf(cancelled), now, words).status).toBe('canceled');
  });

  it('counts only steps that somebody works on', () => {
    expect(leavesOf(viewOf(atApproval)).map(({ elementId }) => elementId)).toEqual(['approve']);
  });
});

it('shows the declared key facts, else the plain values', () => {
  expect(keyFacts(viewOf(atApproval), words)).toEqual([{ name: 'amount', label: 'Amount', value: '4,820.00 EUR' }]);
  expect(keyFacts(viewOf(atApproval), graphWords({ ...invoiceGraph, variables: [] })).map(({ name }) => name)).toEqual(['amount', 'supplier', 'order']);
});

it('announces what matters to people, and not the machinery', () => {
  const said = atEnd.flatMap((event) => announcementOf(event, words) ?? []);

  expect(said).toEqual([
    'Enter invoice: waiting for L. Okafor',
    'Enter invoice: done by L. Okafor',
    'Approve invoice: waiting for A. Meyer',
    'After 1 day: time is up',
    'Approve invoice: done by A. Meyer',
    'Post to ledger needs attention: The ledger is closed',
    'Tried again',
    'The process is finished',
  ]);
});

it('has words for every event, with the person where there is one', () => {
  const lines = atEnd.map((event) => eventWords(event, words, now));

  expect(lines.every(({ what }) => what.length > 3)).toBe(true);
  expect(lines.find(({ what }) => what === 'Decided: approve')).toMatchObject({ elementId: 'approve', by: { name: 'A. Meyer' }, detail: 'Fine' });
  expect(lines.find(({ detail }) => detail?.includes('Over 1,000'))?.detail).toBe('Amount? → Approve invoice (Over 1,000 EUR)');
  expect(atEnd.filter(isByPerson).map(({ type }) => type)).toEqual(['instance.started', 'task.completed', 'task.completed', 'incident.resolved']);
});
