import type { ElementActivity, FlowState } from './live-state.ts';

/** What an element shows beside itself. */
export interface ElementLook {
  readonly activity?: ElementActivity | undefined;
  readonly hasProblem?: boolean | undefined;
  readonly isActive?: boolean | undefined;
}

export interface FlowLook {
  readonly state?: FlowState | undefined;
  readonly isSelected?: boolean | undefined;
  readonly hasProblem?: boolean | undefined;
}

export const NO_LOOK: ElementLook = {};
export const NO_FLOW_LOOK: FlowLook = {};
