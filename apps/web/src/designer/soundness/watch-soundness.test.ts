import { emptyGraph, type Graph, type Problem } from '@baton/model';
import type { Soundness } from '@baton/soundness';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { SoundnessQuestion } from './soundness-messages.ts';
import { watchSoundness } from './watch-soundness.ts';

/** Answers when it is told to. */
class SlowWorker extends EventTarget {
  readonly asked: SoundnessQuestion[] = [];
  isOver = false;
  postMessage(question: SoundnessQuestion): void {
    this.asked.push(question);
  }
  answer(at: number, soundness: Soundness): void {
    this.dispatchEvent(new MessageEvent('message', { data: { number: this.asked[at]?.number, soundness } }));
  }
  terminate(): void {
    this.isOver = true;
  }
}

const drawn = (name: string): Graph => ({ ...emptyGraph('p', 'P'), elements: [{ id: 'a', type: 'userTask', name }] });
const sound: Soundness = { verdict: 'sound', findings: [], states: 1, maxStates: 10 };
const broken: Problem = { code: 'outgoing-missing', severity: 'error', message: 'Expected more.' };

let worker: SlowWorker;
let now: { graph: Graph; problems: readonly Problem[] };
let change: () => void;
let told: (Soundness | null)[];
let stop: () => void;

beforeEach(() => {
  vi.useFakeTimers();
  worker = new SlowWorker();
  told = [];
  now = { graph: drawn('one'), problems: [] };
  stop = watchSoundness({
    read: () => now,
    subscribe: (onChange) => {
      change = onChange;
      return () => {};
    },
    onSoundness: (soundness) => told.push(soundness),
    createWorker: () => worker as unknown as Worker,
  });
});
afterEach(() => {
  stop();
  vi.useRealTimers();
});

const draw = (graph: Graph, problems: readonly Problem[] = []) => {
  now = { graph, problems };
  change();
};

it('asks when nobody has drawn for a moment, once', () => {
  draw(drawn('two'));
  draw(drawn('three'));
  vi.advanceTimersByTime(1_000);

  expect(worker.asked.map(({ graph }) => graph.elements[0]?.name)).toEqual(['three']);
});

it('does not ask again when only the layout has changed', () => {
  vi.advanceTimersByTime(1_000);
  draw({ ...drawn('one'), layout: { a: { x: 1, y: 2, width: 3, height: 4 } } });
  vi.advanceTimersByTime(1_000);

  expect(worker.asked).toHaveLength(1);
});

it('takes no answer about a drawing that has changed since', () => {
  vi.advanceTimersByTime(1_000);
  draw(drawn('two'));
  vi.advanceTimersByTime(1_000);
  worker.answer(0, { ...sound, states: 99 });
  worker.answer(1, sound);

  expect(told).toEqual([sound]);
});

it('says nothing about a drawing with errors', () => {
  vi.advanceTimersByTime(1_000);
  worker.answer(0, sound);
  draw(drawn('two'), [broken]);
  vi.advanceTimersByTime(1_000);

  expect(worker.asked).toHaveLength(1);
  expect(told).toEqual([sound, null]);
});

it('ends its worker', () => {
  vi.advanceTimersByTime(1_000);
  stop();

  expect(worker.isOver).toBe(true);
});
