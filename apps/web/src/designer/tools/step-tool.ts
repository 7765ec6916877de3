import { stepConnect } from './connect-tool.ts';
import { stepPlace } from './place-tool.ts';
import { stepSelect } from './select-tool.ts';
import { IDLE, stay, type ToolContext, type ToolInput, type ToolPath, type ToolState, type ToolStep } from './tool.ts';

type StateOf<P extends ToolPath> = Extract<ToolState, { path: P }>;
type Steps = { readonly [P in ToolPath]: (state: StateOf<P>, input: ToolInput, context: ToolContext) => ToolStep };

const STEPS: Steps = {
  ...stepSelect,
  ...stepConnect,
  ...stepPlace,
  'move.byKeys': (state) => stay(state),
  hand: (state) => stay(state),
};

/** One move of the hand: the next state and what is to be done. Pure; asks the model's rules, changes nothing. */
export function stepTool<P extends ToolPath>(state: StateOf<P>, input: ToolInput, context: ToolContext): ToolStep {
  if (input.type === 'cancel') return stay(IDLE);
  const step = STEPS[state.path as P] as (state: StateOf<P>, input: ToolInput, context: ToolContext) => ToolStep;
  return step(state, input, context);
}
