import type { Graph } from '@baton/model';
import type { EditCommand, EditCommandOf, EditCommandType } from './command.ts';
import { COMMANDS } from './commands/index.ts';
import { dropWaysThatLostTheirEnds } from './consequences/drop-ways-that-lost-their-ends.ts';
import { forgetWhatWasDeleted } from './consequences/forget-what-was-deleted.ts';
import { growPoolsToContent } from './consequences/grow-pool-to-content.ts';
import { removeFlowsBetweenPools } from './consequences/remove-flows-between-pools.ts';
import { rerouteAutoFlows } from './consequences/reroute-auto-flows.ts';
import { settleInPoolsAndLanes } from './consequences/settle-in-pools-and-lanes.ts';
import { type Draft, draftOf, graphOf, type NewId } from './draft.ts';
import type { Done, Outcome, Refusal } from './outcome.ts';
import { diffGraphs, type Patch } from './patch.ts';

export type Edited = Done & { readonly graph: Graph; readonly patch: Patch };
export type EditResult = Edited | Refusal;

export interface EditOptions {
  /** Ids of what is made new; give one that is unique across people who draw together. Default: `userTask_1`, `userTask_2`. */
  readonly newId?: NewId;
}

/** Does one thing a hand did, with all that follows from it; or says why it may not be done. Pure: the graph given stays as it is. */
export function edit(graph: Graph, command: EditCommand, { newId }: EditOptions = {}): EditResult {
  const draft = draftOf(graph, newId);
  const outcome = run(draft, command);
  if (!outcome.ok) return outcome;
  settleInPoolsAndLanes(draft);
  forgetWhatWasDeleted(draft);
  removeFlowsBetweenPools(draft);
  forgetWhatWasDeleted(draft);
  growPoolsToContent(draft);
  rerouteAutoFlows(draft);
  dropWaysThatLostTheirEnds(draft);
  const after = graphOf(draft);
  return { ...outcome, graph: after, patch: diffGraphs(graph, after) };
}

type CommandMap = { [T in EditCommandType]: EditCommandOf<T> };
type Commands<T extends EditCommandType> = { readonly [K in T]: (draft: Draft, command: CommandMap[K]) => Outcome };

function run<T extends EditCommandType>(draft: Draft, command: { [K in T]: CommandMap[K] }[T], commands: Commands<T> = COMMANDS): Outcome {
  const type: T = command.type;
  return commands[type](draft, command);
}
