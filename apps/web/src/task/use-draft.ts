import type { TaskDetail } from '@baton/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { isProblem } from '../api/api-problem.ts';
import { api } from '../api/client.ts';
import { deviceDraft, type TypedDraft } from './device-draft.ts';
import { createDraftSaver, type DraftSaver, type DraftState } from './draft-saver.ts';
import { draftKey } from './task-queries.ts';

interface UseDraft {
  readonly state: DraftState;
  readonly saver: DraftSaver<TypedDraft>;
}

/** `beforeSave`: what must be true before the server is told (the task is ours). */
export const useDraft = (task: TaskDetail, userId: string, initial: DraftState, beforeSave: () => Promise<void>): UseDraft => {
  const queryClient = useQueryClient();
  const [state, setState] = useState<DraftState>(initial);
  const prepare = useRef(beforeSave);
  useEffect(() => {
    prepare.current = beforeSave;
  });
  const [saver] = useState(() => {
    const params = { id: task.id };
    return createDraftSaver<TypedDraft>({
      save: async (draft) => {
        await prepare.current();
        return api.putTaskDraft({ params, body: draft });
      },
      keep: (draft) => {
        deviceDraft(userId, task.id, globalThis.localStorage).keep(draft);
        if (draft) queryClient.setQueryData(draftKey(task.id), { ...draft, savedAt: new Date().toISOString() });
      },
      onState: setState,
      isFinal: (error) => isProblem(error) && error.status >= 403 && error.status < 429,
    });
  });

  useEffect(() => {
    const flush = () => void saver.flush();
    const flushWhenHidden = () => document.visibilityState === 'hidden' && flush();
    document.addEventListener('visibilitychange', flushWhenHidden);
    window.addEventListener('pagehide', flush);
    return () => {
      document.removeEventListener('visibilitychange', flushWhenHidden);
      window.removeEventListener('pagehide', flush);
      flush();
    };
  }, [saver]);

  return { state, saver };
};
