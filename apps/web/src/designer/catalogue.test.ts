import { ARTIFACT_TYPES, ELEMENT_TYPES, ELEMENTS, type Element, elementSchema, emptyGraph, type Graph, indexGraph } from '@baton/model';
import { describe, expect, it } from 'vitest';
import { CATALOGUE, catalogueItem, searchCatalogue } from './catalogue.tsx';
import { changeCommands, changesFor } from './change-type.ts';
import { entriesAfter, entriesOnBorder } from './legal-entries.ts';
import { isFigureItem, PALETTE, type PaletteItem } from './palette-items.ts';

const labels = (entries: readonly { readonly item: { readonly label: string } }[]) => entries.map(({ item }) => item.label);
const found = (search: string) => labels(searchCatalogue(CATALOGUE, search));
const elementItems = CATALOGUE.flatMap(({ item }) => (isFigureItem(item) ? [] : [item]));

describe('the catalogue', () => {
  it('holds every element type with every trigger it may carry', () => {
    const of = (type: string) => elementItems.filter((item) => item.elementType === type);

    for (const type of ELEMENT_TYPES)
      for (const trigger of ELEMENTS[type].triggers)
        expect(
          of(type).map(({ properties }) => (properties?.trigger as { type?: string } | undefined)?.type ?? null),
          type,
        ).toContain(trigger);
    expect(new Set(elementItems.map(({ elementType }) => elementType))).toEqual(new Set(ELEMENT_TYPES));
  });

  it('holds pools, lanes and everything beside the flow but the lines, which are drawn', () => {
    const figures = CATALOGUE.flatMap(({ item }) => (isFigureItem(item) ? item.figure : []));

    expect(figures.toSorted()).toEqual([...ARTIFACT_TYPES.filter((type) => !type.endsWith('ssociation')), 'pool', 'lane'].toSorted());
  });

  it('has no two entries of one id or one name', () => {
    for (const list of [CATALOGUE.map(({ item }) => item.id), labels(CATALOGUE)]) expect(new Set(list).size).toBe(list.length);
  });

  it('makes nothing but elements the model knows', () => {
    for (const { elementType, properties } of elementItems) {
      const host = elementType === 'boundaryEvent' ? { attachedTo: 'a' } : {};
      expect(elementSchema.safeParse({ id: 'x', type: elementType, ...host, ...properties }).success, elementType).toBe(true);
    }
  });

  it('knows every item of the palette', () => {
    for (const { id } of PALETTE) expect(catalogueItem(id)?.id).toBe(id);
  });

  it('is found by our words and by the standard’s, best first', () => {
    expect(found('message start')[0]).toBe('Message start');
    expect(found('timer border')).toEqual(['Timer border event', 'Timer border event, non-interrupting']);
    expect(found('signal end')).toEqual(['Signal end']);
    expect(found('call activity')).toEqual(['Call a process']);
    expect(found('participant')).toEqual(['Pool']);
    expect(found('xyz')).toEqual([]);
  });
});

const graph = (...elements: Element[]): Graph => ({ ...emptyGraph('p', 'P'), elements });
const host: Element = { id: 'pay', type: 'task' };

describe('what is offered', () => {
  it('behind an event-based gateway is what it can wait for', () => {
    const offered = labels(entriesAfter(indexGraph(graph({ id: 'g', type: 'eventBasedGateway' })), 'g'));

    expect(offered).toContain('Receive');
    expect(offered).toContain('Wait for message');
    expect(offered).not.toContain('Human task');
  });

  it('behind a compensation border event is a step that undoes', () => {
    const index = indexGraph(graph(host, { id: 'undo', type: 'boundaryEvent', attachedTo: 'pay', trigger: { type: 'compensation' } }));

    expect(labels(entriesAfter(index, 'undo'))).toContain('Human task');
    expect(labels(entriesAfter(index, 'undo'))).not.toContain('End');
  });

  it('on a border cancels transactions only', () => {
    const index = indexGraph(graph(host, { id: 'book', type: 'transaction' }));

    expect(labels(entriesOnBorder(index, 'pay'))).not.toContain('Cancel border event');
    expect(labels(entriesOnBorder(index, 'book'))).toContain('Cancel border event');
  });

  it('instead of a start are the starts that may begin a process', () => {
    const start: Element = { id: 's', type: 'startEvent' };
    const offered = labels(changesFor(indexGraph(graph(start)), start));

    expect(offered).toContain('Message start');
    expect(offered).not.toContain('Error start');
    expect(offered).not.toContain('Start');
  });

  it('instead of a border event are other border events', () => {
    const event: Element = { id: 'late', type: 'boundaryEvent', attachedTo: 'pay', trigger: { type: 'timer', duration: 'P1D' } };
    const offered = changesFor(indexGraph(graph(host, event)), event);
    const goesOn = offered.find(({ item }) => item.label === 'Timer border event, non-interrupting')?.item as PaletteItem;

    expect(labels(offered)).not.toContain('Timer border event');
    expect(changeCommands(event, goesOn)).toEqual([
      { type: 'setProperties', id: 'late', properties: { trigger: { type: 'timer', duration: 'P1D' }, cancelActivity: false } },
    ]);
  });
});
