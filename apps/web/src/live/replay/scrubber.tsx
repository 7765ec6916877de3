import type { InstanceView } from '@baton/contract';
import { ActionIcon, Tooltip } from '@mantine/core';
import { IconPlayerPause, IconPlayerPlay, IconPlayerSkipBack, IconPlayerSkipForward } from '@tabler/icons-react';
import type { KeyboardEvent, PointerEvent, ReactNode } from 'react';
import type { LiveState } from '../../api/live-client.ts';
import { axisLabels } from '../timeline/axis-labels.ts';
import { timeAxis } from '../timeline/time-axis.ts';
import { sayClockExactly, sayDay, sayDuration } from '../words/when.ts';
import { LiveChip } from './live-chip.tsx';
import styles from './scrubber.module.css';
import { nearestStop } from './stops.ts';
import type { Replay } from './use-replay.ts';

interface ScrubberProps {
  readonly replay: Replay;
  readonly status: InstanceView['status'];
  readonly endedAt: number | null;
  readonly now: number;
  readonly asOf: number;
  readonly connection: LiveState;
}

/** The time of the instance from its start until now (or its end), to look back at any moment of it. */
export function Scrubber({ replay, status, endedAt, now, asOf, connection }: ScrubberProps) {
  const { stops, index, past } = replay;
  const axis = timeAxis(
    stops.map(({ at }) => at),
    endedAt ?? now,
  );
  const shownAt = past?.stop.at ?? endedAt ?? now;
  const knob = past ? axis.position(past.stop.at) : 1;
  const goToPlace = (event: PointerEvent<HTMLDivElement>) => {
    const { left, width } = event.currentTarget.getBoundingClientRect();
    const position = (event.clientX - left) / width;
    const stop = nearestStop(stops, axis.position, position);
    if (position > 0.99) replay.goLive();
    else if (stop) replay.goTo(stops.indexOf(stop));
  };
  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    goToPlace(event);
  };
  const onPointerMove = (event: PointerEvent<HTMLDivElement>) => {
    if (event.currentTarget.hasPointerCapture(event.pointerId)) goToPlace(event);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const target = KEYS[event.key]?.(index, stops.length - 1);
    if (target === undefined) return;
    event.preventDefault();
    replay.goTo(target);
  };
  return (
    <section className={styles.scrubber} aria-label="Look back">
      <div className={styles.buttons}>
        <Button label="Step before" icon={<IconPlayerSkipBack className="icon" />} isDisabled={index <= 0} onClick={() => replay.goTo(index - 1)} />
        <Button
          label={replay.isPlaying ? 'Pause' : 'Play what happened'}
          icon={replay.isPlaying ? <IconPlayerPause className="icon" /> : <IconPlayerPlay className="icon" />}
          isDisabled={stops.length < 2}
          onClick={replay.togglePlaying}
        />
        <Button label="Next step" icon={<IconPlayerSkipForward className="icon" />} isDisabled={!past} onClick={() => replay.goTo(index + 1)} />
      </div>
      <div
        className={styles.track}
        role="slider"
        tabIndex={0}
        aria-label="Moment shown"
        aria-valuemin={0}
        aria-valuemax={Math.max(0, stops.length - 1)}
        aria-valuenow={Math.max(0, index)}
        aria-valuetext={past ? `${sayDay(shownAt, now)} ${sayClockExactly(shownAt)}` : 'Now'}
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onKeyDown={onKeyDown}
      >
        {axisLabels(axis, now).map(({ text, position }) => (
          <span key={text} className={styles.label} style={{ left: percent(position) }}>
            {text}
          </span>
        ))}
        {axis.stretches.map(({ from, to, isIdle, start, end }) =>
          isIdle ? (
            <span key={`${from}-idle`} className={styles.idle} style={{ left: percent(start), width: percent(end - start) }}>
              <span>{sayDuration(to - from)}</span>
            </span>
          ) : (
            <span key={from} className={styles.busy} style={{ left: percent(start), width: percent(end - start) }}>
              <i style={{ width: percent(filled(start, end, knob)) }} />
            </span>
          ),
        )}
        {stops
          .filter(({ kind }) => kind !== 'passed')
          .map(({ seq, at, kind }) => (
            <i key={seq} className={styles.stop} data-kind={kind} style={{ left: percent(axis.position(at)) }} />
          ))}
        <i className={styles.knob} style={{ left: percent(knob) }} />
      </div>
      <time className={styles.time}>
        {sayDay(shownAt, now)} {sayClockExactly(shownAt)}
      </time>
      <LiveChip isPast={past !== null} status={status} connection={connection} asOf={asOf} onLive={replay.goLive} />
    </section>
  );
}

const percent = (part: number) => `${part * 100}%`;
const filled = (start: number, end: number, knob: number) => (knob >= end ? 1 : knob <= start ? 0 : (knob - start) / (end - start));

const KEYS: { readonly [key: string]: (index: number, last: number) => number } = {
  ArrowLeft: (index) => Math.max(0, index - 1),
  ArrowDown: (index) => Math.max(0, index - 1),
  ArrowRight: (index, last) => Math.min(last, index + 1),
  ArrowUp: (index, last) => Math.min(last, index + 1),
  Home: () => 0,
  End: (_, last) => last,
};

interface ButtonProps {
  readonly label: string;
  readonly icon: ReactNode;
  readonly isDisabled: boolean;
  readonly onClick: () => void;
}
const Button = ({ label, icon, isDisabled, onClick }: ButtonProps) => (
  <Tooltip label={label}>
    <ActionIcon aria-label={label} disabled={isDisabled} onClick={onClick}>
      {icon}
    </ActionIcon>
  </Tooltip>
);
