import type { z } from 'zod';

export interface TriggerDefinition<P extends z.ZodType = z.ZodType> {
  readonly label: string;
  readonly description: string;
  /** The whole `trigger` object, `type` included. */
  readonly schema: P;
}

export const defineTrigger = <P extends z.ZodType>(definition: TriggerDefinition<P>) => definition;
