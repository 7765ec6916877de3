import type { Task, TaskDetail } from '@baton/contract';
import { Button } from '@mantine/core';
import { type ReactNode, type Ref, useId, useImperativeHandle } from 'react';
import { useMe } from '../api/session.ts';
import { ErrorSummary } from '../forms/error-summary.tsx';
import { NOTE_KEY } from '../forms/field-errors.ts';
import { focusField } from '../forms/focus-field.ts';
import { FormFields } from '../forms/form-fields.tsx';
import { type Evaluate, initialValues } from '../forms/form-values.ts';
import { classNames } from '../theme/class-names.ts';
import { canWork, formBelowFacts, formOf } from './answer.ts';
import { DecisionBar } from './decision-bar.tsx';
import { KeyFacts } from './key-facts.tsx';
import { negativeOutcome, positiveOutcome } from './outcome-words.ts';
import { StepStrip } from './step-strip.tsx';
import styles from './task.module.css';
import { TaskAnswer } from './task-answer.tsx';
import { ClosedBanner, TaskBanner } from './task-banner.tsx';
import { TaskHeader } from './task-header.tsx';
import { TaskHistory } from './task-history.tsx';
import { useNow } from './use-now.ts';
import { useOnline } from './use-online.ts';
import { type TaskWorkOptions, useTaskWork } from './use-task-work.ts';

/** What the inbox' keys do with the open task. */
export interface TaskHandle {
  /** Into the task: to what is first to be filled in, else to its title. */
  focus(): void;
  approve(): void;
  reject(): void;
  comment(): void;
  putBack(): void;
}

export interface TaskWorkspaceProps {
  readonly task: TaskDetail;
  readonly restored: TaskWorkOptions['restored'];
  readonly evaluate: Evaluate;
  readonly locale: string;
  /** page: on its own, at reading size. pane: beside the list. */
  readonly place: 'page' | 'pane';
  readonly tools?: ReactNode;
  readonly handle?: Ref<TaskHandle>;
  readonly onDeciding?: (task: TaskDetail) => void;
  readonly onDecided: (task: Task) => void;
  readonly onRefused?: (task: TaskDetail, problem: string) => void;
}

/** One task with all that is needed to decide it: the same in the inbox and on its own page. */
export function TaskWorkspace({ task, restored, evaluate, locale, place, tools, handle, onDeciding, onDecided, onRefused }: TaskWorkspaceProps) {
  const me = useMe();
  const now = useNow();
  const isOnline = useOnline();
  const idPrefix = useId();
  const work = useTaskWork({
    task,
    userId: me.id,
    locale,
    idPrefix,
    restored,
    evaluate,
    onDecided,
    ...(onDeciding ? { onDeciding } : {}),
    ...(onRefused ? { onRefused } : {}),
  });
  const isOpen = canWork(task);
  const form = formOf(task);

  useImperativeHandle(handle, () => ({
    focus: () => {
      const first = isOpen ? form.fields.find((field) => !field.readOnly) : undefined;
      focusField(idPrefix, first?.key ?? NOTE_KEY);
    },
    approve: () => {
      const outcome = positiveOutcome(task.outcomes);
      if (isOpen && (outcome || task.outcomes.length === 0)) void work.decide(outcome, 'field');
    },
    reject: () => {
      const outcome = negativeOutcome(task.outcomes);
      if (!isOpen || !outcome) return;
      if (outcome.commentRequired && work.answer.note.trim() === '') work.intend(outcome);
      else void work.decide(outcome, 'field');
    },
    comment: () => focusField(idPrefix, NOTE_KEY),
    putBack: () => task.may.unclaim && void work.putBack(),
  }));

  const putBack = task.may.unclaim && task.status === 'claimed' && (
    <Button variant="subtle" size="xs" onClick={() => void work.putBack()}>
      Put back
    </Button>
  );

  return (
    <div className={classNames(styles.workspace, place === 'page' ? styles.page : styles.pane)}>
      <div className={styles.scroll}>
        <div className={styles.main}>
          <TaskHeader
            task={task}
            now={now}
            as={place === 'page' ? 'h1' : 'h2'}
            tools={
              <>
                {putBack}
                {tools}
              </>
            }
          />
          <StepStrip steps={task.steps} isOver={task.status === 'completed'} />
          {isOpen && <ErrorSummary errors={work.errors} idPrefix={idPrefix} attempt={work.attempt} />}
          {work.problem && <TaskBanner tone="attention">{work.problem}</TaskBanner>}
          {!isOpen && <ClosedBanner task={task} now={now} />}
          <KeyFacts facts={task.keyFacts} locale={locale} />
          {task.documentation && <p className={styles.documentation}>{task.documentation}</p>}
          {isOpen ? (
            <TaskAnswer task={task} work={work} idPrefix={idPrefix} locale={locale} />
          ) : (
            <div className={styles.form}>
              <FormFields form={formBelowFacts(task, true)} values={initialValues(form, task.variables)} idPrefix={idPrefix} locale={locale} isReadOnly />
            </div>
          )}
        </div>
      </div>
      <aside className={styles.aside}>
        <TaskHistory as={place === 'page' ? 'h2' : 'h3'} task={task} userId={me.id} now={now} />
      </aside>
      {isOpen && <DecisionBar task={task} work={work} isOnline={isOnline} hasKeys={place === 'pane'} />}
    </div>
  );
}
