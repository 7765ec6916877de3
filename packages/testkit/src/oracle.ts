import {
  type Command,
  type CommandOf,
  type CommandType,
  type InstanceState,
  type LiveElement,
  liveElements,
  type Values,
  waitingElements,
} from '@baton/engine';
import type { Process } from '@baton/model';
import type { Flags } from './flags.ts';
import { Runner, SOMEBODY } from './run.ts';
import { type Happening, TokenGame } from './token-game.ts';

/** An instance that the token game plays along with: after every command both must be in the same place. */
export class Witnessed extends Runner {
  private game: TokenGame | null = null;
  /** How often they were compared. */
  comparisons = 0;

  override started(variables: Values): this {
    this.game = new TokenGame(this.process, flagsOf(variables));
    return super.started(variables, SOMEBODY);
  }
  override send(command: Command): string {
    const happening = translate(this.state, command);
    const answer = super.send(command);
    if (answer !== 'ok' || !this.game) return answer;
    // What the game knows nothing of (an incident resolved, a failed call, a cancelled instance) ends the comparison.
    if (happening === 'unknown') this.game = null;
    else this.compare(happening);
    return answer;
  }
  private compare(happening: Happening | null): void {
    const { game } = this;
    if (!game) return;
    if (happening) game.happen(happening);
    if (game.isUndecided) {
      this.game = null;
      return;
    }
    this.comparisons++;
    const engine = seenIn(this);
    const played = { active: game.active(), isDone: game.isDone, taken: sorted(game.taken), completed: steps(this.process, game.completed) };
    const [a, b] = [JSON.stringify(engine), JSON.stringify(played)];
    if (a !== b) throw new Error(`Expected engine and token game to agree after ${JSON.stringify(happening)}, but\nengine ${a}\ngame   ${b}`);
  }
}

type Sight = { readonly active: string[]; readonly isDone: boolean; readonly taken: [string, number][]; readonly completed: [string, number][] };

function seenIn(runner: Runner): Sight {
  const taken = new Map<string, number>();
  const completed = new Map<string, number>();
  for (const event of runner.log) {
    if (event.type === 'flow.taken') taken.set(event.flowId, (taken.get(event.flowId) ?? 0) + 1);
    if (event.type === 'element.completed') completed.set(event.elementId, (completed.get(event.elementId) ?? 0) + 1);
  }
  const held = waitingElements(runner.state).filter((element) => element.undoing === undefined);
  const active = held.map((element) => element.elementId).sort();
  return { active, isDone: runner.isFinished, taken: sorted(taken), completed: steps(runner.process, completed) };
}
const sorted = (counts: ReadonlyMap<string, number>) => [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
/** Of rounds the engine counts each and the whole, the game the whole: flows say the same. */
const steps = ({ graph }: Process, counts: ReadonlyMap<string, number>) =>
  sorted(counts).filter(([id]) => graph.elements.some((element) => element.id === id && element.type.endsWith('Task') && !('loop' in element)));

const flagsOf = (values: Values): Flags =>
  Object.fromEntries(Object.entries(values).filter((entry): entry is [string, boolean] => typeof entry[1] === 'boolean'));
/** Which of the live elements that are like it, in order of arrival. */
const nthOf = (state: InstanceState, key: string, isAlike: (element: LiveElement) => boolean) =>
  liveElements(state)
    .filter(isAlike)
    .findIndex((element) => element.key === key);

function completion(state: InstanceState, key: string, variables: Values): Happening | null {
  const found = state.elements[key];
  if (!found) return null;
  const nth = nthOf(state, key, ({ elementId, awaits }) => elementId === found.elementId && awaits !== undefined && awaits.kind !== 'children');
  return { type: 'complete', elementId: found.elementId, nth, ...(found.isUndo ? {} : { set: flagsOf(variables) }) };
}
function thrown(state: InstanceState, key: string, { event, code }: { readonly event: 'error' | 'escalation'; readonly code: string }): Happening | null {
  const happening = completion(state, key, {});
  return happening?.type === 'complete' ? { type: 'throw', elementId: happening.elementId, nth: happening.nth, event, code } : null;
}
const callHolder = (state: InstanceState, callKey: string) =>
  liveElements(state).find(({ awaits }) => awaits?.kind === 'call' && awaits.callKey === callKey)?.key ?? '';

type Translated = Happening | null | 'unknown';
type CommandMap = { [T in CommandType]: CommandOf<T> };
const nothing = (): Translated => null;
const unknown = (): Translated => 'unknown';
const TRANSLATIONS: { readonly [T in CommandType]: (state: InstanceState, command: CommandMap[T]) => Translated } = {
  start: nothing,
  claimTask: nothing,
  unclaimTask: nothing,
  assignTask: nothing,
  failJob: nothing,
  completeTask: (state, { taskKey, variables }) => completion(state, taskKey, variables),
  completeJob: (state, { jobKey, variables }) => completion(state, jobKey, variables),
  throwJobError: (state, { jobKey, code }) => thrown(state, jobKey, { event: 'error', code }),
  escalateJob: (state, { jobKey, code }) => thrown(state, jobKey, { event: 'escalation', code }),
  completeCall: (state, { callKey, variables }) => completion(state, callHolder(state, callKey), variables),
  failCall: (state, { callKey, code }) => thrown(state, callHolder(state, callKey), { event: 'error', code }),
  escalateCall: (state, { callKey, code }) => thrown(state, callHolder(state, callKey), { event: 'escalation', code }),
  breakCall: unknown,
  fireTimer: (state, { timerKey }) => {
    const timer = state.timers[timerKey];
    if (!timer) return null;
    const listens = ({ timers = [] }: LiveElement) => timers.some((each) => state.timers[each]?.elementId === timer.elementId);
    return { type: 'trigger', eventId: timer.elementId, nth: nthOf(state, timer.key, listens) };
  },
  correlateMessage: (state, { subscriptionKey, variables }) => {
    const found = state.subscriptions?.[subscriptionKey];
    if (!found) return null;
    const listens = ({ subscriptions = [] }: LiveElement) =>
      subscriptions.some((each) => state.subscriptions?.[each]?.elementId === found.elementId && state.subscriptions[each].index === found.index);
    return { type: 'trigger', eventId: found.elementId, index: found.index, nth: nthOf(state, found.key, listens), set: flagsOf(variables) };
  },
  deliverSignal: (_state, { name, variables }) => ({ type: 'signal', name, nth: 0, set: flagsOf(variables) }),
  setVariables: (_state, { scopeKey, variables }) => (scopeKey === undefined ? { type: 'signal', name: '', nth: 0, set: flagsOf(variables) } : 'unknown'),
  activateStep: unknown,
  resolveIncident: unknown,
  cancel: unknown,
};

function translate<T extends CommandType>(state: InstanceState, command: { [K in T]: CommandMap[K] }[T]): Translated {
  const type: T = command.type;
  const table: { readonly [K in T]: (state: InstanceState, command: CommandMap[K]) => Translated } = TRANSLATIONS;
  return table[type](state, command);
}
