import { useEffect, useRef } from 'react';
import { ToolIcon } from '../../canvas/tool-icon.tsx';
import { useCanvasViewport } from '../../canvas/use-viewport.ts';
import { announce } from '../../frame/announce.tsx';
import { classNames } from '../../theme/class-names.ts';
import { focusBoard } from '../focus-part.ts';
import { useDesigner, useDesignerState } from '../use-designer.ts';
import { goTo, isOver, type Playback, sentenceOf } from './playback.ts';
import styles from './playback-bar.module.css';

/** A little more than a token needs to cross a flow. */
const STEP_MS = 900;
/** Smaller than this nothing can be told apart. */
const LEGIBLE_ZOOM = 0.3;
/** By then the board has the room it gets when the properties close. */
const RESIZED_MS = 200;

/** Says which step of the run is shown, and stops, goes back and on. */
export function PlaybackBar() {
  const playback = useDesignerState((state) => state.playback);
  return playback && <Bar playback={playback} />;
}

function Bar({ playback }: { readonly playback: Playback }) {
  const designer = useDesigner();
  const viewport = useCanvasViewport();
  const index = useDesignerState((state) => state.index);
  const firstRef = useRef<HTMLButtonElement>(null);
  const { at, isPaused, finding } = playback;
  const over = isOver(playback);
  const sentence = sentenceOf(playback, index);
  const show = (next: Playback) => designer.show({ playback: next });

  useEffect(() => {
    firstRef.current?.focus({ preventScroll: true });
    const timer = setTimeout(() => {
      if (viewport.zoom() < LEGIBLE_ZOOM) viewport.fit();
    }, RESIZED_MS);
    return () => clearTimeout(timer);
  }, [viewport]);
  useEffect(() => announce(sentence.replace(/\.$/, '')), [sentence]);
  useEffect(() => {
    if (isPaused || over) return undefined;
    const timer = setTimeout(() => designer.show({ playback: goTo(playback, at + 1) }), STEP_MS);
    return () => clearTimeout(timer);
  }, [designer, playback, at, isPaused, over]);

  const stop = () => {
    designer.show({ playback: null });
    focusBoard();
  };
  return (
    <div
      className={styles.bar}
      role="toolbar"
      aria-label="The run that goes wrong"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        stop();
      }}
    >
      <button ref={firstRef} type="button" className={styles.main} onClick={() => show(over ? goTo(playback, 1, false) : { ...playback, isPaused: !isPaused })}>
        <ToolIcon name={over || isPaused ? 'play' : 'pause'} size={16} />
        {over ? 'Again' : isPaused ? 'Go on' : 'Pause'}
      </button>
      <button type="button" className={styles.step} aria-label="Step back" disabled={at <= 1} onClick={() => show(goTo(playback, at - 1, true))}>
        <ToolIcon name="left" size={16} />
      </button>
      <span className={styles.count}>
        {at} of {finding.path.length}
      </span>
      <button type="button" className={styles.step} aria-label="Step on" disabled={over} onClick={() => show(goTo(playback, at + 1, true))}>
        <ToolIcon name="right" size={16} />
      </button>
      <p className={styles.words} data-over={over}>
        {sentence}
      </p>
      <button type="button" className={classNames(styles.step, styles.close)} aria-label="Close" onClick={stop}>
        <ToolIcon name="x" size={16} />
      </button>
    </div>
  );
}
