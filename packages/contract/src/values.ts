import { z } from 'zod';

/** Variables by name. Names and values are checked by the model on the server. */
export const valuesSchema = z.record(z.string().max(120), z.json());
export type Values = z.infer<typeof valuesSchema>;

/** ISO 8601 in UTC. */
export const instant = () => z.iso.datetime();
export const personSchema = z.object({ userId: z.string().optional(), name: z.string() });
export type Person = z.infer<typeof personSchema>;
