import { valuesSchema } from '@baton/contract';
import { z } from 'zod';
import type { TaskDraft } from './task-queries.ts';

const storedSchema = z.object({ variables: valuesSchema, comment: z.string().nullable() });
export type TypedDraft = z.infer<typeof storedSchema>;

/** What the device keeps until the server has it; one per person and task. Private windows may have no storage: then the server alone keeps it. */
export const deviceDraft = (userId: string, taskId: string, storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | undefined) => {
  const key = `baton-draft:${userId}:${taskId}`;
  const quietly = <T>(work: () => T): T | undefined => {
    try {
      return work();
    } catch {
      return undefined;
    }
  };
  return {
    read: (): TypedDraft | undefined => {
      const text = quietly(() => storage?.getItem(key));
      return text ? quietly(() => storedSchema.parse(JSON.parse(text))) : undefined;
    },
    keep: (draft: TypedDraft | undefined): void => {
      quietly(() => (draft ? storage?.setItem(key, JSON.stringify(draft)) : storage?.removeItem(key)));
    },
  };
};

/** What to go on with: what only the device has is newer than what the server has. */
export const draftToRestore = (server: TaskDraft, device: TypedDraft | undefined): { draft: TypedDraft; isUnsaved: boolean; savedAt: string | null } =>
  device ? { draft: device, isUnsaved: true, savedAt: null } : { draft: server, isUnsaved: false, savedAt: server.savedAt };
