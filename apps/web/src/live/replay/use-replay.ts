import type { InstanceView, LiveEvent } from '@baton/contract';
import { useEffect, useMemo, useState } from 'react';
import { type Stop, stopIndexAt, stopsOf, viewAt } from './stops.ts';

const STEP_MS = 900;

export interface Replay {
  readonly stops: readonly Stop[];
  /** Index of the stop shown; the last while live. */
  readonly index: number;
  /** What is looked at, when it isn't the present. */
  readonly past: { readonly stop: Stop; readonly view: InstanceView; readonly log: readonly LiveEvent[] } | null;
  readonly isPlaying: boolean;
  /** Flows to animate: those of the stop just reached by playing. */
  readonly played: readonly LiveEvent[] | null;
  goTo(index: number): void;
  goLive(): void;
  togglePlaying(): void;
}

interface ReplayOf {
  readonly id: string;
  readonly log: readonly LiveEvent[];
  /** Number of the last event that counts; undefined: the present. */
  readonly at: number | undefined;
  readonly onMove: (at: number | undefined) => void;
}

/** Looks back: the instance as it was after any of its commits, from the log alone. */
export function useReplay({ id, log, at, onMove }: ReplayOf): Replay {
  const stops = useMemo(() => stopsOf(log), [log]);
  const [isPlaying, setIsPlaying] = useState(false);
  const last = stops.length - 1;
  const index = at === undefined ? last : stopIndexAt(stops, at);
  const stop = at === undefined ? undefined : stops[index];
  const past = useMemo(() => (stop ? { stop, view: viewAt(id, log, stop.seq), log: log.filter(({ seq }) => seq <= stop.seq) } : null), [id, log, stop]);

  const move = (to: number) => onMove(to >= last ? undefined : stops[Math.max(0, to)]?.seq);
  const next = isPlaying ? index + 1 : null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: one timer for each step; `move` is new with every render and always means the same
  useEffect(() => {
    if (next === null) return;
    const timer = setTimeout(() => {
      if (next >= last) setIsPlaying(false);
      move(next);
    }, STEP_MS);
    return () => clearTimeout(timer);
  }, [next, last]);

  const pauseAnd = (then: () => void) => () => {
    setIsPlaying(false);
    then();
  };
  return {
    stops,
    index,
    past,
    isPlaying,
    played: isPlaying && stop ? stop.events : null,
    goTo: (to) => pauseAnd(() => move(to))(),
    goLive: pauseAnd(() => onMove(undefined)),
    togglePlaying: () => {
      if (!isPlaying && at === undefined) move(0);
      setIsPlaying(!isPlaying);
    },
  };
}
