/**
 * Every glyph drawn on the canvas, as path data: usable in React, in a static picture and on the server.
 * Stroke 1.5 with round caps and joins unless a part says otherwise.
 */
export interface GlyphPart {
  readonly d: string;
  /** Filled with the stroke's colour. */
  readonly isFilled?: true;
  /** A line cut out of a filled part: stroked in the surface's colour. */
  readonly isCut?: true;
  readonly width?: number;
}
export interface Glyph {
  /** Side of the square it was drawn in. */
  readonly grid: 16 | 20;
  readonly parts: readonly GlyphPart[];
}

/** Event markers on the 20 px grid: an outline catches. */
export const EVENT_GLYPHS = {
  cancel: { grid: 20, parts: [{ d: 'M5.75 4 10 8.25 14.25 4 16 5.75 11.75 10 16 14.25 14.25 16 10 11.75 5.75 16 4 14.25 8.25 10 4 5.75z' }] },
  compensation: { grid: 20, parts: [{ d: 'M9.5 5.25v9.5L3 10zM16.5 5.25v9.5L10 10z' }] },
  conditional: {
    grid: 20,
    parts: [
      { d: 'M6.25 3.25h7.5a1.25 1.25 0 0 1 1.25 1.25v11a1.25 1.25 0 0 1 -1.25 1.25h-7.5a1.25 1.25 0 0 1 -1.25 -1.25v-11a1.25 1.25 0 0 1 1.25 -1.25z' },
      { d: 'M7.5 7h5M7.5 10h5M7.5 13h5' },
    ],
  },
  error: { grid: 20, parts: [{ d: 'M4.25 15.75 7.5 5.25 11.75 10.25 15.75 4.25 12.5 14.75 8.25 9.75z' }] },
  escalation: { grid: 20, parts: [{ d: 'M10 3.5 15 15.75 10 11.75 5 15.75z' }] },
  link: { grid: 20, parts: [{ d: 'M3.25 8h6.5V4.5L16.75 10l-7 5.5V12h-6.5z' }] },
  message: {
    grid: 20,
    parts: [
      { d: 'M4.5 5.25h11a1.25 1.25 0 0 1 1.25 1.25v7a1.25 1.25 0 0 1 -1.25 1.25h-11a1.25 1.25 0 0 1 -1.25 -1.25v-7a1.25 1.25 0 0 1 1.25 -1.25z' },
      { d: 'M3.75 6 10 10.75 16.25 6' },
    ],
  },
  multiple: { grid: 20, parts: [{ d: 'M10 3.25 16.9 8.26 14.26 16.37 5.74 16.37 3.1 8.26z' }] },
  parallel: { grid: 20, parts: [{ d: 'M8.25 3.5h3.5v4.75h4.75v3.5h-4.75v4.75h-3.5v-4.75H3.5v-3.5h4.75z' }] },
  signal: { grid: 20, parts: [{ d: 'M10 3.75 16.5 14.75h-13z' }] },
  timer: { grid: 20, parts: [{ d: 'M2.75 10a7.25 7.25 0 1 0 14.5 0a7.25 7.25 0 1 0 -14.5 0z' }, { d: 'M10 5.75V10l2.75 2' }] },
} as const satisfies Record<string, Glyph>;

/** Event markers of throwing events: solid. */
export const THROWN_GLYPHS = {
  cancel: { grid: 20, parts: [{ d: 'M5.75 4 10 8.25 14.25 4 16 5.75 11.75 10 16 14.25 14.25 16 10 11.75 5.75 16 4 14.25 8.25 10 4 5.75z', isFilled: true }] },
  compensation: { grid: 20, parts: [{ d: 'M9.5 5.25v9.5L3 10zM16.5 5.25v9.5L10 10z', isFilled: true }] },
  error: { grid: 20, parts: [{ d: 'M4.25 15.75 7.5 5.25 11.75 10.25 15.75 4.25 12.5 14.75 8.25 9.75z', isFilled: true }] },
  escalation: { grid: 20, parts: [{ d: 'M10 3.5 15 15.75 10 11.75 5 15.75z', isFilled: true }] },
  link: { grid: 20, parts: [{ d: 'M3.25 8h6.5V4.5L16.75 10l-7 5.5V12h-6.5z', isFilled: true }] },
  message: {
    grid: 20,
    parts: [
      {
        d: 'M4.5 5.25h11a1.25 1.25 0 0 1 1.25 1.25v7a1.25 1.25 0 0 1 -1.25 1.25h-11a1.25 1.25 0 0 1 -1.25 -1.25v-7a1.25 1.25 0 0 1 1.25 -1.25z',
        isFilled: true,
      },
      { d: 'M4 6.25 10 10.75 16 6.25', isCut: true },
    ],
  },
  multiple: { grid: 20, parts: [{ d: 'M10 3.25 16.9 8.26 14.26 16.37 5.74 16.37 3.1 8.26z', isFilled: true }] },
  signal: { grid: 20, parts: [{ d: 'M10 3.75 16.5 14.75h-13z', isFilled: true }] },
  terminate: { grid: 20, parts: [{ d: 'M2 10a8 8 0 1 0 16 0a8 8 0 1 0 -16 0z', isFilled: true }] },
} as const satisfies Record<string, Glyph>;

/** What kind of step it is: top left of a task, 16 px grid. */
export const TYPE_GLYPHS = {
  approval: {
    grid: 16,
    parts: [
      { d: 'M3.75 5.25h5a2 2 0 0 1 2 2v5a2 2 0 0 1 -2 2h-5a2 2 0 0 1 -2 -2v-5a2 2 0 0 1 2 -2z' },
      { d: 'M4.9 1.75h6.6a2.75 2.75 0 0 1 2.75 2.75v6.6M4.1 9.9l1.5 1.5 3-3.4' },
    ],
  },
  manual: {
    grid: 16,
    parts: [
      {
        d: 'M2 8.5 5.6 4.3c.8-.9 2.1-.1 1.6 1L6.6 6.5h6.2a.95.95 0 0 1 0 1.9H9.4h4a.95.95 0 0 1 0 1.9H9.4h3.4a.95.95 0 0 1 0 1.9H9.4h2.2a.85.85 0 0 1 0 1.7H5.2C3.3 13.9 2 12.8 2 11z',
      },
    ],
  },
  receive: {
    grid: 16,
    parts: [
      { d: 'M3 3.5h10a1.25 1.25 0 0 1 1.25 1.25v6.5a1.25 1.25 0 0 1 -1.25 1.25h-10a1.25 1.25 0 0 1 -1.25 -1.25v-6.5a1.25 1.25 0 0 1 1.25 -1.25z' },
      { d: 'M2.25 4.25 8 8.75l5.75-4.5' },
    ],
  },
  rule: {
    grid: 16,
    parts: [
      { d: 'M1.75 3.5h12.5v3H1.75z', isFilled: true },
      { d: 'M2.75 3h10.5a1 1 0 0 1 1 1v8a1 1 0 0 1 -1 1h-10.5a1 1 0 0 1 -1 -1v-8a1 1 0 0 1 1 -1z' },
      { d: 'M1.75 9.75h12.5M5.75 6.5V13' },
    ],
  },
  script: {
    grid: 16,
    parts: [
      { d: 'M5.25 2.5h8c-2 1.75-2.25 3.25-1.25 5.5s.75 3.75-1.25 5.5h-8c2-1.75 2.25-3.25 1.25-5.5s-.75-3.75 1.25-5.5z' },
      { d: 'M6 5.5h3.75M6.25 8h3.75M6.75 10.5h3.5' },
    ],
  },
  send: {
    grid: 16,
    parts: [
      {
        d: 'M3 3.5h10a1.25 1.25 0 0 1 1.25 1.25v6.5a1.25 1.25 0 0 1 -1.25 1.25h-10a1.25 1.25 0 0 1 -1.25 -1.25v-6.5a1.25 1.25 0 0 1 1.25 -1.25z',
        isFilled: true,
      },
      { d: 'M2.5 4.5 8 8.75l5.5-4.25', isCut: true },
    ],
  },
  service: {
    grid: 16,
    parts: [
      {
        d: 'M6.86 3.24 7.02 1.47 8.98 1.47 9.14 3.24 10.56 3.82 11.92 2.69 13.31 4.08 12.18 5.44 12.76 6.86 14.53 7.02 14.53 8.98 12.76 9.14 12.18 10.56 13.31 11.92 11.92 13.31 10.56 12.18 9.14 12.76 8.98 14.53 7.02 14.53 6.86 12.76 5.44 12.18 4.08 13.31 2.69 11.92 3.82 10.56 3.24 9.14 1.47 8.98 1.47 7.02 3.24 6.86 3.82 5.44 2.69 4.08 4.08 2.69 5.44 3.82z',
      },
      { d: 'M6 8a2 2 0 1 0 4 0a2 2 0 1 0 -4 0z' },
    ],
  },
  user: {
    grid: 16,
    parts: [{ d: 'M5.25 5a2.75 2.75 0 1 0 5.5 0a2.75 2.75 0 1 0 -5.5 0z' }, { d: 'M2.75 13.75c0-2.75 2.25-4.5 5.25-4.5s5.25 1.75 5.25 4.5z' }],
  },
} as const satisfies Record<string, Glyph>;

/** Bottom centre of an activity, 16 px grid. */
export const MARKER_GLYPHS = {
  adhoc: { grid: 16, parts: [{ d: 'M2.5 9.5C3.5 6.5 5.5 6 8 8s4.5 1.5 5.5-1.5', width: 2 }] },
  comp: { grid: 16, parts: [{ d: 'M7.5 4v8L2 8zM13.5 4v8L8 8z' }] },
  loop: { grid: 16, parts: [{ d: 'M5.1 13.1a5.25 5.25 0 1 1 4.9.25' }, { d: 'M5.5 9.75v3.5H2' }] },
  mipar: { grid: 16, parts: [{ d: 'M4 3.5v9M8 3.5v9M12 3.5v9', width: 2 }] },
  miseq: { grid: 16, parts: [{ d: 'M3.5 4h9M3.5 8h9M3.5 12h9', width: 2 }] },
  plus: { grid: 16, parts: [{ d: 'M3.75 1.75h8.5a2 2 0 0 1 2 2v8.5a2 2 0 0 1 -2 2h-8.5a2 2 0 0 1 -2 -2v-8.5a2 2 0 0 1 2 -2z' }, { d: 'M8 5v6M5 8h6' }] },
} as const satisfies Record<string, Glyph>;

/** Marks inside state badges, 20 px grid. */
export const STATE_GLYPHS = {
  attention: { grid: 20, parts: [{ d: 'M10 4.5v6.5M10 14.9v.1', width: 2.5 }] },
  done: { grid: 20, parts: [{ d: 'm4.5 10.5 3.5 3.5 7.5-8' }] },
  clock: { grid: 20, parts: [{ d: 'M3.25 10a6.75 6.75 0 1 0 13.5 0a6.75 6.75 0 1 0 -13.5 0z' }, { d: 'M10 6v4l2.75 1.75' }] },
  waiting: {
    grid: 20,
    parts: [{ d: 'M5.5 3.75h9M5.5 16.25h9M6.5 3.75c0 3 1.5 4.5 3.5 6.25 2-1.75 3.5-3.25 3.5-6.25M6.5 16.25c0-3 1.5-4.5 3.5-6.25 2 1.75 3.5 3.25 3.5 6.25' }],
  },
  paused: { grid: 20, parts: [{ d: 'M7 5v10M13 5v10', width: 2 }] },
  running: { grid: 20, parts: [{ d: 'M7 5 15 10l-8 5z', isFilled: true }] },
  canceled: { grid: 20, parts: [{ d: 'M3.5 10a6.5 6.5 0 1 0 13 0a6.5 6.5 0 1 0 -13 0z' }, { d: 'm5.5 14.5 9-9' }] },
  rolledBack: { grid: 20, parts: [{ d: 'M7 4.5 3.75 7.75 7 11M4 7.75h7.75a4 4 0 0 1 0 8H8' }] },
} as const satisfies Record<string, Glyph>;

/** Inside a gateway, around its middle, stroke 3. */
export const GATEWAY_MARKS = {
  exclusive: 'M-6.5-6.5 6.5 6.5M6.5-6.5-6.5 6.5',
  parallel: 'M0-10V10M-10 0H10',
  inclusive: 'M-9 0a9 9 0 1 0 18 0a9 9 0 1 0 -18 0z',
  complex: 'M0-10V10M-10 0H10M-7-7 7 7M7-7-7 7',
} as const;
