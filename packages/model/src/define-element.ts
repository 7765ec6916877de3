import type { z } from 'zod';
import type { TriggerType } from './triggers/registry.ts';

/** What kind of flow node it is; decides its outline on the canvas and which general rules hold. */
export type ElementCategory = 'event' | 'task' | 'gateway' | 'container';

export type FlowCount = { readonly min: number; readonly max: number };

export interface ElementDefinition<P extends z.ZodType = z.ZodType> {
  readonly category: ElementCategory;
  /** The word a business user reads: "Human task". */
  readonly label: string;
  /** The standard's word: "User Task". */
  readonly standardName: string;
  /** One sentence that says what it does when a token reaches it. */
  readonly description: string;
  readonly incoming: FlowCount;
  readonly outgoing: FlowCount;
  /** Triggers it may carry; an empty list: it has no `trigger` at all. `null` in the list: it may go without one. */
  readonly triggers: readonly (TriggerType | null)[];
  /** Boundary events may sit on it, and it may have input and output mappings. */
  readonly isActivity: boolean;
  /** Its outgoing flows may have conditions and a default: decisions and activities (BPMN 2.0.2, 8.3.13). */
  readonly decides?: boolean;
  /** Properties of its own, beside those every element has (graph.ts). */
  readonly properties: P;
  /** Size at which it is drawn first, in canvas pixels. */
  readonly size: { readonly width: number; readonly height: number };
}

export const defineElement = <P extends z.ZodType>(definition: ElementDefinition<P>): ElementDefinition<P> => definition;

export const noFlows: FlowCount = { min: 0, max: 0 };
export const anyFlows: FlowCount = { min: 0, max: Number.POSITIVE_INFINITY };
export const someFlows: FlowCount = { min: 1, max: Number.POSITIVE_INFINITY };
