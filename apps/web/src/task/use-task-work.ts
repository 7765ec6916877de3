import type { Task, TaskDetail } from '@baton/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { type ApiProblem, isProblem, sentenceOf } from '../api/api-problem.ts';
import { api } from '../api/client.ts';
import { queryKeys } from '../api/query-keys.ts';
import { type FieldError, fieldErrors, NOTE_KEY, noteMissing } from '../forms/field-errors.ts';
import { focusField } from '../forms/focus-field.ts';
import { type Evaluate, type FieldValue, initialValues } from '../forms/form-values.ts';
import { type Answer, bodyOf, draftOf, errorsOf, formOf } from './answer.ts';
import type { TypedDraft } from './device-draft.ts';
import { useDraft } from './use-draft.ts';

type Outcome = TaskDetail['outcomes'][number];

export interface TaskWorkOptions {
  readonly task: TaskDetail;
  readonly userId: string;
  readonly locale: string;
  readonly idPrefix: string;
  readonly restored: { readonly draft: TypedDraft; readonly isUnsaved: boolean; readonly savedAt: string | null };
  readonly evaluate: Evaluate;
  /** Sent, and not answered yet. */
  readonly onDeciding?: (task: TaskDetail) => void;
  readonly onDecided: (task: Task, outcome: Outcome | undefined) => void;
  readonly onRefused?: (task: TaskDetail, problem: string) => void;
}

/** The work on one task: what is typed, what is wrong with it, the draft, and the decision. */
export const useTaskWork = ({ task, userId, locale, idPrefix, restored, evaluate, onDeciding, onDecided, onRefused }: TaskWorkOptions) => {
  const queryClient = useQueryClient();
  const [answer, setAnswer] = useState<Answer>(() => ({
    values: initialValues(formOf(task), task.variables, restored.draft.variables, evaluate),
    note: restored.draft.comment ?? '',
  }));
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const [attempt, setAttempt] = useState(0);
  const [deciding, setDeciding] = useState<string | null>(null);
  const [intended, setIntended] = useState<Outcome | undefined>(undefined);
  const [problem, setProblem] = useState<string | null>(null);
  const claiming = useRef<Promise<void> | undefined>(undefined);

  const refresh = () => queryClient.invalidateQueries({ queryKey: queryKeys.tasks });

  /** On the first edit, or on a decision: the task becomes ours. */
  const claim = (): Promise<void> => {
    if (task.status !== 'open' || !task.may.claim) return Promise.resolve();
    claiming.current ??= api
      .claimTask({ params: { id: task.id } })
      .then(() => void refresh())
      .catch((refusal: unknown) => {
        claiming.current = undefined;
        if (!isProblem(refusal, 'unreachable', 'task-already-completed', 'task-already-claimed', 'task-cancelled')) setProblem(sentenceOf(refusal));
        void refresh();
        throw refusal;
      });
    return claiming.current;
  };

  const { state: draftState, saver } = useDraft(task, userId, restored.savedAt ? { type: 'saved', at: restored.savedAt } : { type: 'none' }, claim);
  useEffect(() => {
    if (restored.isUnsaved) saver.change(restored.draft);
  }, [restored, saver]);

  const edit = (key: string, next: Answer) => {
    setAnswer(next);
    setErrors((shown) => shown.filter((error) => error.key !== key));
    setProblem(null);
    saver.change(draftOf(task, next));
    void claim().catch(() => undefined);
  };

  /** By its key the focus goes to the first field that is wrong, by its button to the summary. */
  const show = (found: readonly FieldError[], focus: 'summary' | 'field') => {
    setErrors(found);
    const first = found.find(({ key }) => key !== null);
    if (focus === 'field' && first?.key) {
      setAttempt(0);
      focusField(idPrefix, first.key);
    } else setAttempt((count) => count + 1);
  };

  const refused = (refusal: unknown) => {
    setDeciding(null);
    const detail = sentenceOf(refusal);
    onRefused?.(task, detail);
    const problems = isProblem(refusal, 'variables-invalid', 'form-invalid') ? ((refusal as ApiProblem).problem?.problems ?? []) : [];
    if (problems.length > 0) show(fieldErrors(problems, formOf(task), locale), 'summary');
    else if (isProblem(refusal, 'comment-required')) show([noteMissing(intended?.label ?? 'decide')], 'summary');
    // The task itself says who decided it, once it is read again.
    else if (!isProblem(refusal, 'task-already-completed', 'task-already-claimed', 'task-cancelled')) setProblem(detail);
    void refresh();
  };

  const decide = async (outcome: Outcome | undefined, focus: 'summary' | 'field' = 'summary'): Promise<void> => {
    if (deciding !== null) return;
    setIntended(outcome);
    setProblem(null);
    const found = errorsOf(task, answer, outcome, locale);
    if (found.length > 0) return show(found, focus);
    setErrors([]);
    setDeciding(outcome?.value ?? '');
    onDeciding?.(task);
    try {
      if (!task.may.complete) await claim();
      const completed = await api.completeTask({ params: { id: task.id }, body: bodyOf(task, answer, outcome) });
      saver.drop();
      queryClient.removeQueries({ queryKey: ['task-draft', task.id] });
      setDeciding(null);
      onDecided(completed, outcome);
      void refresh();
    } catch (refusal) {
      refused(refusal);
    }
  };

  const putBack = async (): Promise<void> => {
    try {
      await saver.flush();
      await api.unclaimTask({ params: { id: task.id } });
      claiming.current = undefined;
    } catch (refusal) {
      setProblem(sentenceOf(refusal));
    }
    await refresh();
  };

  return {
    answer,
    errors,
    attempt,
    deciding,
    intended,
    problem,
    draftState,
    change: (key: string, value: FieldValue) => edit(key, { ...answer, values: { ...answer.values, [key]: value } }),
    changeNote: (note: string) => edit(NOTE_KEY, { ...answer, note }),
    /** Opens the reason for a decision that needs one. */
    intend: (outcome: Outcome | undefined) => {
      setIntended(outcome);
      focusField(idPrefix, NOTE_KEY);
    },
    decide,
    putBack,
    flush: () => saver.flush(),
  };
};

export type TaskWork = ReturnType<typeof useTaskWork>;
