import { compile, emptyGraph, type Graph, indexGraph } from '@baton/model';
import { checkSoundness, soundnessProblems } from '@baton/soundness';
import { describe, expect, it } from 'vitest';
import { begin, findingOf, goTo, isOver, pictureOf, sentenceOf } from './playback.ts';

const graph: Graph = {
  ...emptyGraph('k', 'K'),
  elements: [
    { id: 's', type: 'startEvent', name: 'Begin' },
    { id: 'x', type: 'exclusiveGateway' },
    { id: 'p', type: 'parallelGateway', name: 'Both' },
    { id: 'a', type: 'userTask', name: 'Ask' },
    { id: 'e', type: 'endEvent' },
  ],
  flows: [
    { id: 'f1', from: 's', to: 'x' },
    { id: 'f2', from: 'x', to: 'a', name: 'Large' },
    { id: 'f3', from: 'x', to: 'p', isDefault: true },
    { id: 'f4', from: 'a', to: 'p' },
    { id: 'f5', from: 'p', to: 'e' },
  ],
};
const index = indexGraph(graph);
const soundness = checkSoundness(compile(graph));
const [problem] = soundnessProblems(soundness);
const finding = problem && findingOf(soundness, problem);
if (!finding) throw new Error('Expected a run that gets stuck, but there is none.');

describe('a run that goes wrong', () => {
  it('begins at the start and says each step', () => {
    const playback = begin(finding);

    expect(sentenceOf(playback, index)).toBe('It begins at “Begin”.');
    expect(sentenceOf(goTo(playback, 2), index)).toContain('A token takes the flow from “Begin”');
    expect(pictureOf(playback, index).elements).toMatchObject({ s: { state: 'waiting' } });
  });

  it('shows the flow that is crossed, and what was taken', () => {
    const picture = pictureOf(goTo(begin(finding), 2), index);

    expect(picture.crossed).toBe('f1');
    expect(picture.flows).toEqual({ f1: 'taken' });
    expect(picture.elements).toMatchObject({ s: { state: 'done' }, x: { state: 'waiting' } });
  });

  it('ends where it goes wrong, and says why', () => {
    const playback = goTo(begin(finding), 99);

    expect(isOver(playback)).toBe(true);
    expect(pictureOf(playback, index).elements.p?.state).toBe('attention');
    expect(sentenceOf(playback, index)).toBe(finding.message);
  });

  it('is there only for problems that a run shows', () => {
    expect(findingOf(soundness, { code: 'unreachable', severity: 'warning', message: 'Something else', elementId: 'p' })).toBeUndefined();
    expect(findingOf(null, { code: 'unsound-deadlock', severity: 'warning', message: finding.message, elementId: 'p' })).toBeUndefined();
  });
});
