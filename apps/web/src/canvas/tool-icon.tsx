import type { GlyphPart } from './glyphs.ts';

/** Icons of the canvas's own tools, 20 px grid, drawn with the glyphs. */
const TOOL_ICONS = {
  alignColumn: [{ d: 'M10 3v14' }, { d: 'M5.5 5.5h9v3h-9z' }, { d: 'M7.5 11.5h5v3h-5z' }],
  alignRow: [{ d: 'M3 10h14' }, { d: 'M5.5 5.5v9h3v-9z' }, { d: 'M11.5 7.5v5h3v-5z' }],
  border: [{ d: 'M3 3.5v6a2 2 0 0 0 2 2h2.25M17 3.5v6a2 2 0 0 1-2 2h-2.25' }, { d: 'M7.25 12a2.75 2.75 0 1 0 5.5 0a2.75 2.75 0 1 0 -5.5 0z' }],
  check: [{ d: 'm4.5 10.5 3.5 3.5 7.5-8' }],
  collapse: [
    { d: 'M5.25 4h9.5a1.75 1.75 0 0 1 1.75 1.75v8.5a1.75 1.75 0 0 1 -1.75 1.75h-9.5a1.75 1.75 0 0 1 -1.75 -1.75v-8.5a1.75 1.75 0 0 1 1.75 -1.75z' },
    { d: 'M12.5 4v12M7 8l2 2-2 2' },
  ],
  connect: [
    { d: 'M3.25 15a1.75 1.75 0 1 0 3.5 0a1.75 1.75 0 1 0 -3.5 0z' },
    { d: 'M6.75 15h1.75a2 2 0 0 0 2-2V7a2 2 0 0 1 2-2h3.25M13.5 2.75 15.9 5l-2.4 2.25' },
  ],
  copy: [
    { d: 'M8.75 7h6a1.75 1.75 0 0 1 1.75 1.75v6a1.75 1.75 0 0 1 -1.75 1.75h-6a1.75 1.75 0 0 1 -1.75 -1.75v-6a1.75 1.75 0 0 1 1.75 -1.75z' },
    { d: 'M13 7V5.25a1.75 1.75 0 0 0-1.75-1.75h-6A1.75 1.75 0 0 0 3.5 5.25v6A1.75 1.75 0 0 0 5.25 13H7' },
  ],
  cursor: [{ d: 'M5 3.75 15.5 9.5l-4.6 1.35L8.5 15.5z' }],
  down: [{ d: 'm6.5 8.25 3.5 3.5 3.5-3.5' }],
  download: [{ d: 'M10 3.5v9M6.5 9.25 10 12.75l3.5-3.5M4 16.25h12' }],
  fit: [{ d: 'M3.5 7V4.5a1 1 0 0 1 1-1H7M13 3.5h2.5a1 1 0 0 1 1 1V7M16.5 13v2.5a1 1 0 0 1-1 1H13M7 16.5H4.5a1 1 0 0 1-1-1V13' }],
  hand: [
    {
      d: 'M6 10.5V6a1.1 1.1 0 0 1 2.2 0V4.6a1.1 1.1 0 0 1 2.2 0V5.5a1.1 1.1 0 0 1 2.2 0v1.6a1.1 1.1 0 0 1 2.2 0V12c0 3-1.9 5-4.7 5-2.2 0-3.2-.9-4.3-2.8L3.9 11.9c-.6-1.1.8-2 1.6-1.1z',
    },
  ],
  incident: [{ d: 'M10 3.25 17.25 16H2.75zM10 8.25v3.5M10 13.75v.01' }],
  info: [{ d: 'M3.25 10a6.75 6.75 0 1 0 13.5 0a6.75 6.75 0 1 0 -13.5 0z' }, { d: 'M10 9.25v4M10 6.6v.1' }],
  left: [{ d: 'm11.75 6.5-3.5 3.5 3.5 3.5' }],
  map: [{ d: 'M3.5 5.5 8 3.75l4 1.75 4.5-1.75v10.75L12 16.25 8 14.5l-4.5 1.75zM8 3.75V14.5M12 5.5v10.75' }],
  minus: [{ d: 'M4.5 10h11' }],
  more: [{ d: 'M5 10h.01M10 10h.01M15 10h.01', width: 2.25 }],
  outline: [{ d: 'M3.5 4.5h6M8 10h8.5M8 15.5h8.5M4.5 4.5V14a1.5 1.5 0 0 0 1.5 1.5M4.5 10H8' }],
  pause: [{ d: 'M7.25 5v10M12.75 5v10' }],
  play: [{ d: 'M7 5 15 10l-8 5z' }],
  plus: [{ d: 'M10 4.5v11M4.5 10h11' }],
  redo: [{ d: 'M13 4.5l3.25 3.25L13 11M16 7.75H8.25a4 4 0 0 0 0 8H12' }],
  right: [{ d: 'm8.25 6.5 3.5 3.5-3.5 3.5' }],
  spread: [{ d: 'M3.5 3.5v13M16.5 3.5v13' }, { d: 'M8 6h4v8h-4z' }],
  subClose: [{ d: 'M8.5 3.5v5h-5M11.5 16.5v-5h5M8.25 8.25 3.5 3.5M11.75 11.75l4.75 4.75' }],
  subOpen: [{ d: 'M3.5 8.5v-5h5M16.5 11.5v5h-5M3.5 3.5l5 5M16.5 16.5l-5-5' }],
  swap: [{ d: 'M3.75 7h11.5M12.25 4l3 3-3 3M16.25 13H4.75M7.75 10l-3 3 3 3' }],
  trash: [{ d: 'M3.75 5.5h12.5M8 5.25V3.75h4v1.5M5.25 5.5l.75 10.25a1 1 0 0 0 1 .75h6a1 1 0 0 0 1-.75l.75-10.25M8.5 8.75v4.5M11.5 8.75v4.5' }],
  undo: [{ d: 'M7 4.5 3.75 7.75 7 11M4 7.75h7.75a4 4 0 0 1 0 8H8' }],
  up: [{ d: 'm6.5 11.75 3.5-3.5 3.5 3.5' }],
  upload: [{ d: 'M10 12.75v-9M6.5 7 10 3.5 13.5 7M4 16.25h12' }],
  x: [{ d: 'm5.5 5.5 9 9M14.5 5.5l-9 9' }],
} as const satisfies Record<string, readonly GlyphPart[]>;

export type ToolIconName = keyof typeof TOOL_ICONS;

export function ToolIcon({ name, size = 20 }: { readonly name: ToolIconName; readonly size?: number }) {
  const parts: readonly GlyphPart[] = TOOL_ICONS[name];
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.5}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {parts.map((part) => (
        <path key={part.d} d={part.d} {...(part.width === undefined ? {} : { strokeWidth: part.width })} {...(part.isFilled ? { fill: 'currentColor' } : {})} />
      ))}
    </svg>
  );
}
