import { z } from 'zod';

export const TABS = ['timeline', 'data', 'tasks', 'events'] as const;
export type Tab = (typeof TABS)[number];

/** What of the page is in its address. `el`: the chosen step. `at`: number of the last event that counts, while one looks back. */
export const instanceSearchSchema = z.object({
  el: z.string().optional().catch(undefined),
  tab: z.enum(TABS).optional().catch(undefined),
  at: z.number().int().min(0).optional().catch(undefined),
});
export type InstanceSearch = z.infer<typeof instanceSearchSchema>;
