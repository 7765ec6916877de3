import type { ReadDraft } from '@baton/draft';
import { commandOf, type EditCommand, type EditResult } from '@baton/editing';
import { type Fix, type Graph, type GraphIndex, indexGraph, isEdgeLayout, type Point, type Problem, validate } from '@baton/model';
import { type Soundness, soundnessProblems } from '@baton/soundness';
import { createStore } from 'zustand/vanilla';
import { announce } from '../frame/announce.tsx';
import { type Alignment, alignCommands, type Placed } from './align.ts';
import type { SaveState } from './draft/autosave.ts';
import type { DraftSession } from './draft/draft-session.ts';
import { loadedCheck, loadFeel, onFeelLoaded } from './feel.ts';
import { type CanvasItem, type FigureItem, isFigureItem, type PaletteItem } from './palette-items.ts';
import type { TabId } from './panels/tab.ts';
import { isPlainFormula } from './plain-formula.ts';
import { tabOf } from './problem-tab.ts';
import { renameCommands } from './rename-commands.ts';
import { begin, findingOf, type Playback } from './soundness/playback.ts';
import { stepTool } from './tools/step-tool.ts';
import { type DropPlace, IDLE, type ToolContext, type ToolEffect, type ToolInput, type ToolState } from './tools/tool.ts';

export interface DesignerState {
  readonly graph: Graph;
  readonly index: GraphIndex;
  readonly problems: readonly Problem[];
  /** How runs can go wrong; `null`: not known yet, or the drawing has errors. */
  readonly soundness: Soundness | null;
  /** The run that is shown on the board. */
  readonly playback: Playback | null;
  /** Ids of elements and flows. */
  readonly selection: readonly string[];
  /** Where the keyboard is. */
  readonly activeId: string | undefined;
  readonly tool: ToolState;
  readonly renaming: string | null;
  /** The character that began the renaming; it replaces the name. */
  readonly typed: string | null;
  readonly menu: CanvasMenu | null;
  readonly tab: TabId;
  readonly isPanelOpen: boolean;
  readonly isOutlineOpen: boolean;
  readonly isMapOpen: boolean | 'auto';
  readonly areProblemsOpen: boolean;
  /** A sentence shown for a moment: why something was not done. */
  readonly notice: string | null;
  readonly save: SaveState;
  readonly undoLabel: string | null;
  readonly redoLabel: string | null;
}

/** A menu at an element: what to add behind it, what to make of it, what to put on its border, where to connect it. */
export type CanvasMenu = {
  readonly type: 'append' | 'change' | 'border' | 'connect';
  readonly id: string;
  /** All that is legal there, to be searched, rather than the usual few. */
  readonly isFull?: boolean;
};

export type DesignerStore = ReturnType<typeof createDesigner>;

/** A formula is taken for sound until it can be checked; that there is one makes FEEL be fetched. */
function checkExpression(source: string): string | null {
  const check = loadedCheck();
  if (check) return check(source);
  if (isPlainFormula(source)) return null;
  void loadFeel();
  return null;
}
function problemsOf({ graph, repairs }: ReadDraft, soundness: Soundness | null): Problem[] {
  return [
    ...validate(graph, { checkExpression }),
    ...repairs.map(({ message }): Problem => ({ code: 'reference-unknown', severity: 'warning', message })),
    ...(soundness ? soundnessProblems(soundness) : []),
  ];
}

/** Ids of everything that can be selected. */
const drawnIds = ({ elements, flows, artifacts = [], pools = [], lanes = [], messageFlows = [] }: Graph): ReadonlySet<string> =>
  new Set([...elements, ...flows, ...artifacts, ...pools, ...lanes, ...messageFlows].map(({ id }) => id));

function figureCommand({ figure }: FigureItem, at: Point, place: DropPlace | null): EditCommand {
  if (figure === 'pool') return { type: 'addPool', at };
  if (figure === 'lane') return { type: 'addLane', at };
  return { type: 'addArtifact', artifactType: figure, at, parent: place?.type === 'container' ? place.id : null };
}

const NOTICE_MS = 6_000;

/** Everything the designer knows and can do, without a pixel: the draft, the selection, the tool in hand. */
export function createDesigner(session: DraftSession) {
  const read = (soundness: Soundness | null) => {
    const draft = session.read();
    const { graph } = draft;
    return { graph, index: indexGraph(graph), problems: problemsOf(draft, soundness), undoLabel: session.undoLabel(), redoLabel: session.redoLabel() };
  };
  const store = createStore<DesignerState>(() => ({
    ...read(null),
    soundness: null,
    playback: null,
    selection: [],
    activeId: undefined,
    tool: IDLE,
    renaming: null,
    typed: null,
    menu: null,
    tab: 'general',
    isPanelOpen: true,
    isOutlineOpen: false,
    isMapOpen: 'auto',
    areProblemsOpen: false,
    notice: null,
    save: { status: 'saved', at: null },
  }));
  const { getState: get, setState: set } = store;
  let noticeTimer: ReturnType<typeof setTimeout> | undefined;

  const unsubscribe = session.subscribe(() => {
    const next = read(get().soundness);
    const drawn = drawnIds(next.graph);
    const exists = (id: string) => drawn.has(id);
    const { selection, renaming, activeId } = get();
    set({
      ...next,
      playback: null,
      selection: selection.every(exists) ? selection : selection.filter(exists),
      renaming: renaming !== null && exists(renaming) ? renaming : null,
      activeId: activeId !== undefined && exists(activeId) ? activeId : undefined,
    });
  });

  const unsubscribeFeel = onFeelLoaded(() => {
    set({ problems: problemsOf(session.read(), get().soundness) });
  });

  function say(text: string): void {
    clearTimeout(noticeTimer);
    set({ notice: text });
    announce(text);
    noticeTimer = setTimeout(() => set({ notice: null }), NOTICE_MS);
  }

  function run(...commands: readonly [EditCommand, ...EditCommand[]]): EditResult {
    const result = session.execute(...commands);
    if (!result.ok) say(result.message);
    else if (result.lost.length) say(`Not kept, because the new type has no place for it: ${result.lost.join(', ')}.`);
    return result;
  }

  function select(ids: readonly string[]): void {
    const { selection, activeId } = get();
    const isSame = ids.length === selection.length && ids.every((id, at) => selection[at] === id);
    if (!isSame) set({ selection: ids, menu: null });
    const active = ids.length === 1 ? ids[0] : activeId;
    if (active !== activeId) set({ activeId: active });
  }

  /** Selects what a command made and lets its name be typed. */
  function selectNew(result: EditResult, { rename }: { rename: boolean }): string | undefined {
    const [id] = result.ok ? result.created : [];
    if (id === undefined) return undefined;
    select([id]);
    set({ renaming: rename ? id : null, menu: null });
    return id;
  }

  function placeFigure(item: FigureItem, at: Point, place: DropPlace | null): string | undefined {
    return selectNew(run(figureCommand(item, at, place)), { rename: true });
  }

  function place(item: CanvasItem, at: Point, place: DropPlace | null): string | undefined {
    if (isFigureItem(item)) return placeFigure(item, at, place);
    if (item.elementType === 'boundaryEvent' && place?.type !== 'border') {
      say('A border event sits on a step: put it onto the border of one.');
      return undefined;
    }
    const properties = item.properties ? { properties: item.properties } : {};
    const add = { type: 'addElement', elementType: item.elementType, at, ...properties } as const;
    const command: EditCommand =
      place?.type === 'border'
        ? { type: 'attachBoundaryEvent', host: place.host, side: place.side, t: place.t, ...properties }
        : place?.type === 'flow'
          ? { ...add, onFlow: place.id }
          : { ...add, parent: place?.id ?? null };
    return selectNew(run(command), { rename: true });
  }

  function append(after: string, item: CanvasItem): string | undefined {
    if (isFigureItem(item)) return appendFigure(after, item);
    const properties = item.properties ? { properties: item.properties } : {};
    return selectNew(run({ type: 'appendElement', after, elementType: item.elementType, ...properties }), { rename: true });
  }

  /** A note or data, up and to the right of what it belongs to. */
  function appendFigure(about: string, item: FigureItem): string | undefined {
    const layout = get().graph.layout[about];
    if (item.figure === 'pool' || item.figure === 'lane' || !layout || isEdgeLayout(layout)) return undefined;
    const at = { x: layout.x + layout.width + 60, y: layout.y - 60 };
    const parent = get().index.element(about)?.parent ?? null;
    return selectNew(run({ type: 'addArtifact', artifactType: item.figure, at, about, parent }), { rename: true });
  }

  const EFFECTS: { readonly [T in ToolEffect['type']]: (effect: Extract<ToolEffect, { type: T }>, itemOf: (id: string) => CanvasItem | undefined) => void } = {
    select: ({ ids }) => select(ids),
    command: ({ command }) => void run(command),
    place: ({ item, at, place: where }, itemOf) => {
      const found = itemOf(item);
      if (found) place(found, at, where);
    },
    rename: ({ id }) => {
      select([id]);
      set({ renaming: id });
    },
    say: ({ text }) => say(text),
  };
  const perform = <T extends ToolEffect['type']>(effect: Extract<ToolEffect, { type: T }>, itemOf: (id: string) => CanvasItem | undefined) =>
    EFFECTS[effect.type as T](effect, itemOf);

  return {
    ...store,
    session,
    run,
    select,
    say,
    place,
    append,
    /** The hand did something on the canvas. */
    hand(input: ToolInput, context: ToolContext, itemOf: (id: string) => CanvasItem | undefined): void {
      const { state, effects } = stepTool(get().tool, input, context);
      if (state !== get().tool) set({ tool: state });
      for (const effect of effects) perform(effect, itemOf);
    },
    pick: (tool: ToolState) => set({ tool, menu: null }),
    /** Out of the tool, the menu, the selection: one level at a time. */
    escape(): void {
      const { tool, menu, renaming, selection } = get();
      if (get().playback) set({ playback: null });
      else if (renaming !== null) set({ renaming: null, typed: null });
      else if (menu) set({ menu: null });
      else if (tool.path !== 'select.idle') set({ tool: IDLE });
      else if (selection.length) set({ selection: [] });
    },
    rename(id: string, name: string): void {
      const commands = renameCommands(get().graph, id, name);
      if (commands) run(...commands);
      set({ renaming: null, typed: null });
    },
    remove(ids: readonly string[]): void {
      if (ids.length) run({ type: 'removeElements', ids });
    },
    /** Leads to where a problem can be mended; the panel opens for it. */
    goToProblem({ elementId, path }: Pick<Problem, 'elementId' | 'path'>): void {
      const { index } = get();
      const isDrawn = elementId !== undefined && drawnIds(index.graph).has(elementId);
      select(isDrawn ? [elementId] : []);
      set({ tab: tabOf(path === undefined ? {} : { path }), isPanelOpen: true });
    },
    /** Somebody has looked at how runs of the drawing can go wrong. */
    judge(soundness: Soundness | null): void {
      set({ soundness, problems: problemsOf(session.read(), soundness) });
    },
    /** Shows on the board the run that leads to a problem, if one does. */
    play(problem: Problem): void {
      const finding = findingOf(get().soundness, problem);
      if (finding) set({ playback: begin(finding), selection: [], menu: null });
    },
    /** Puts several on one line, or at equal distances. */
    align(placed: readonly Placed[], alignment: Alignment): void {
      const [first, ...others] = alignCommands(placed, alignment);
      if (first) run(first, ...others);
      else say('They stand like that already.');
    },
    duplicate(ids: readonly string[]): void {
      const { graph, index } = get();
      const elements = ids.filter((id) => index.element(id) ?? graph.artifacts?.some((artifact) => artifact.id === id));
      if (!elements.length) return;
      const result = run({ type: 'duplicate', ids: elements, by: { x: 40, y: 40 } });
      if (result.ok) select(result.created.filter((id) => get().index.element(id)));
    },
    attachBorderEvent(host: string, { properties }: Pick<PaletteItem, 'properties'> = {}): void {
      selectNew(run({ type: 'attachBoundaryEvent', host, ...(properties && { properties }) }), { rename: false });
      set({ tab: 'general', isPanelOpen: true });
    },
    fix(fix: Fix): void {
      selectNew(run(commandOf(get().graph, fix)), { rename: false });
    },
    undo: () => session.undo(),
    redo: () => session.redo(),
    show: (state: Partial<Omit<DesignerState, 'graph' | 'index' | 'problems' | 'selection'>>) => set(state),
    destroy(): void {
      clearTimeout(noticeTimer);
      unsubscribe();
      unsubscribeFeel();
      session.destroy();
    },
  };
}
