import { ELEMENTS, type Element, type ElementCategory } from '@baton/model';
import { EVENT_GLYPHS, type Glyph, STATE_GLYPHS } from './glyphs.ts';
import type { ElementActivity, ElementState } from './live-state.ts';
import { GlyphMark } from './shapes/glyph-mark.tsx';
import { textWidth } from './shapes/wrap-text.ts';
import styles from './state-badge.module.css';

interface StateBadgeProps {
  readonly element: Element;
  readonly activity: ElementActivity;
  readonly width: number;
}

type Marked = Exclude<ElementState, 'not-reached'>;

const COLOURS: { readonly [S in Marked]: string } = {
  running: 'var(--running)',
  waiting: 'var(--waiting)',
  done: 'var(--done)',
  attention: 'var(--attention)',
  canceled: 'var(--canceled)',
  paused: 'var(--paused)',
};
const GLYPHS: { readonly [S in Marked]: Glyph } = STATE_GLYPHS;

/** Middle of the badge, from the top left corner of the shape. */
const PLACES: { readonly [C in ElementCategory]: (width: number) => { x: number; y: number } } = {
  event: () => ({ x: 32, y: 4 }),
  gateway: () => ({ x: 41, y: 9 }),
  task: (width) => ({ x: width - 2, y: 2 }),
  container: (width) => ({ x: width - 2, y: 2 }),
};

/** The mark of a state: on the upper right, never without its own icon. */
export function StateBadge({ element, activity, width }: StateBadgeProps) {
  if (activity.state === 'not-reached') return null;
  const category = ELEMENTS[element.type].category;
  const isLarge = category === 'task' || category === 'container';
  const place = PLACES[category](width);
  if (activity.state === 'attention' && isLarge) return <CornerFlag width={width} />;
  if (activity.state === 'waiting' && activity.initials) return <Initials text={activity.initials} {...place} />;
  if ((activity.count ?? 1) > 1) return <Pill state={activity.state} text={String(activity.count)} {...place} />;
  if (activity.state === 'running' && isLarge) return <Pill state="running" text="Running" {...place} />;
  return <Dot state={activity.state} glyph={glyphFor(element, activity.state)} radius={isLarge ? 10 : 8.5} {...place} />;
}

const glyphFor = (element: Element, state: Marked): Glyph =>
  state === 'waiting' && 'trigger' in element && element.trigger?.type === 'timer' ? EVENT_GLYPHS.timer : GLYPHS[state];

interface Place {
  readonly x: number;
  readonly y: number;
}

const BadgeGlyph = ({ glyph, x, y, size }: Place & { glyph: Glyph; size: number }) => (
  <g className={styles.glyph}>
    <GlyphMark glyph={glyph} x={x - size / 2} y={y - size / 2} size={size} />
  </g>
);

const Dot = ({ state, glyph, radius, x, y }: Place & { state: Marked; glyph: Glyph; radius: number }) => (
  <>
    <circle className={styles.body} cx={x} cy={y} r={radius} style={{ fill: COLOURS[state] }} />
    <BadgeGlyph glyph={glyph} x={x} y={y} size={radius * 1.4} />
  </>
);

function Pill({ state, text, x, y }: Place & { state: Marked; text: string }) {
  const width = textWidth(text, 11.5) + 31;
  const left = x + 10 - width;
  return (
    <>
      <rect className={styles.body} x={left} y={y - 10} width={width} height={20} rx={10} style={{ fill: COLOURS[state] }} />
      <BadgeGlyph glyph={GLYPHS[state]} x={left + 13} y={y} size={14} />
      <text className={styles.count} x={left + 22} y={y + 4}>
        {text}
      </text>
    </>
  );
}

const Initials = ({ text, x, y }: Place & { text: string }) => (
  <>
    <circle cx={x - 2} cy={y} r={13} className={styles.person} />
    <text className={styles.initials} x={x - 2} y={y + 4}>
      {text}
    </text>
  </>
);

const CornerFlag = ({ width }: { width: number }) => (
  <>
    <path d={`M${width - 30} 0h20a10 10 0 0 1 10 10v20z`} fill="var(--attention)" />
    <BadgeGlyph glyph={STATE_GLYPHS.attention} x={width - 10} y={10} size={14} />
  </>
);

/** The designer's mark for something that is no element. */
export const ProblemMark = (place: Place) => <Dot state="attention" glyph={STATE_GLYPHS.attention} radius={10} {...place} />;

/** The designer's mark for an element with a problem. */
export const ProblemBadge = ({ element, width }: { readonly element: Element; readonly width: number }) => (
  <Dot state="attention" glyph={STATE_GLYPHS.attention} radius={10} {...PLACES[ELEMENTS[element.type].category](width)} />
);
