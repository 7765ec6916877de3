import type { Artifact, Box, Graph, Lane, Pool } from '@baton/model';
import { isEdgeLayout } from '@baton/model';

export type FigureKind = 'pool' | 'lane' | 'textAnnotation' | 'group' | 'dataObject' | 'dataStore';
export type LineKind = 'messageFlow' | 'association' | 'dataAssociation';

/** What is drawn with a place of its own and is no step: a pool, a lane, a note, data. */
export interface Figure {
  readonly id: string;
  readonly kind: FigureKind;
  /** What is written on or at it. */
  readonly text: string;
  readonly parent?: string | undefined;
  /** A pool with nothing in it: somebody of whom only the messages are known. */
  readonly isClosed?: boolean | undefined;
  /** The uppermost lane, whose upper edge is that of its pool. */
  readonly isTop?: boolean | undefined;
  /** Drawn with three strokes: a list of data. */
  readonly isCollection?: boolean | undefined;
}

/** A line that is no sequence flow. */
export interface Line {
  readonly id: string;
  readonly kind: LineKind;
  readonly from: string;
  readonly to: string;
  readonly text: string;
  readonly direction: 'none' | 'one' | 'both';
}

const poolFigure = ({ id, name = '', isExecutable }: Pool, used: ReadonlySet<string | undefined>): Figure => ({
  id,
  kind: 'pool',
  text: name.trim(),
  ...(isExecutable === false && !used.has(id) && { isClosed: true }),
});
const laneFigure = ({ id, name = '', pool }: Lane, layout: Graph['layout']): Figure => ({
  id,
  kind: 'lane',
  text: name.trim(),
  ...(topOf(layout, id) === topOf(layout, pool) && { isTop: true }),
});

function artifactFigure({ id, type, name, text, state, parent, isCollection }: Artifact): Figure[] {
  if (type === 'association' || type === 'dataAssociation') return [];
  const written = (type === 'textAnnotation' ? (text ?? name) : name)?.trim() ?? '';
  const withState = state ? `${written} [${state}]`.trim() : written;
  return [{ id, kind: type, text: withState, ...(parent !== undefined && { parent }), ...(isCollection && { isCollection }) }];
}

export function figuresOf({ elements, pools = [], lanes = [], artifacts = [], layout }: Graph): Figure[] {
  const used = new Set(pools.length ? [...elements, ...lanes].map(({ pool }) => pool) : []);
  return [...pools.map((pool) => poolFigure(pool, used)), ...lanes.map((lane) => laneFigure(lane, layout)), ...artifacts.flatMap(artifactFigure)];
}

const topOf = (layout: Graph['layout'], id: string | undefined): number | undefined => {
  const place = id === undefined ? undefined : layout[id];
  return place && !isEdgeLayout(place) ? place.y : undefined;
};

/** What a note points at without a line of its own gets one drawn. */
export const attachmentId = (note: string) => `${note} points`;

function artifactLines({ id, type, name = '', from, to, attachedTo, direction = 'none' }: Artifact): Line[] {
  if (attachedTo !== undefined) return [{ id: attachmentId(id), kind: 'association', from: id, to: attachedTo, text: '', direction: 'none' }];
  if ((type !== 'association' && type !== 'dataAssociation') || from === undefined || to === undefined) return [];
  return [{ id, kind: type, from, to, text: name.trim(), direction: type === 'dataAssociation' ? 'one' : direction }];
}

export const linesOf = ({ messageFlows = [], artifacts = [] }: Graph): Line[] => [
  ...messageFlows.map(
    ({ id, from, to, name, message }): Line => ({ id, kind: 'messageFlow', from, to, text: (name ?? message ?? '').trim(), direction: 'one' }),
  ),
  ...artifacts.flatMap(artifactLines),
];

const SIZES: { readonly [K in FigureKind]: { readonly width: number; readonly height: number } } = {
  pool: { width: 600, height: 160 },
  lane: { width: 570, height: 120 },
  textAnnotation: { width: 140, height: 50 },
  group: { width: 260, height: 180 },
  dataObject: { width: 36, height: 50 },
  dataStore: { width: 50, height: 50 },
};

/** Where it is drawn; one without a place yet stands at 0, 0 in its ordinary size. */
export function figureBox({ layout }: Pick<Graph, 'layout'>, { id, kind }: Pick<Figure, 'id' | 'kind'>): Box {
  const place = layout[id];
  return place && !isEdgeLayout(place) ? place : { x: 0, y: 0, ...SIZES[kind] };
}

export const FIGURE_WORDS: { readonly [K in FigureKind | LineKind]: string } = {
  pool: 'Pool',
  lane: 'Lane',
  textAnnotation: 'Note',
  group: 'Group',
  dataObject: 'Data object',
  dataStore: 'Data store',
  messageFlow: 'Message flow',
  association: 'Association',
  dataAssociation: 'Data association',
};

export const shownFigure = ({ text, kind }: { readonly text: string; readonly kind: FigureKind | LineKind }): string => text || FIGURE_WORDS[kind];
