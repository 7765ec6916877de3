import type { Task, TaskDetail } from '@baton/contract';
import { Button, Textarea } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconUserCheck } from '@tabler/icons-react';
import { type ReactNode, type Ref, useEffect, useId, useImperativeHandle, useRef } from 'react';
import { useMe } from '../api/session.ts';
import { ErrorSummary } from '../forms/error-summary.tsx';
import { FIELD_STYLES, WRAPPER_ORDER } from '../forms/field-control.ts';
import { NOTE_KEY } from '../forms/field-errors.ts';
import { fieldId, focusField } from '../forms/focus-field.ts';
import { FieldErrorText, FormFields } from '../forms/form-fields.tsx';
import { type Evaluate, initialValues } from '../forms/form-values.ts';
import { classNames } from '../theme/class-names.ts';
import { canWork, formOf } from './answer.ts';
import { DecisionBar } from './decision-bar.tsx';
import { KeyFacts } from './key-facts.tsx';
import { decidedWords, negativeOutcome, noteWords, positiveOutcome } from './outcome-words.ts';
import { StepStrip } from './step-strip.tsx';
import styles from './task.module.css';
import { TaskHeader } from './task-header.tsx';
import { TaskHistory } from './task-history.tsx';
import { useNow } from './use-now.ts';
import { useOnline } from './use-online.ts';
import { type TaskWork, type TaskWorkOptions, useTaskWork } from './use-task-work.ts';

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

function Banner({ tone, children }: { readonly tone: 'done' | 'attention' | 'quiet'; readonly children: ReactNode }) {
  const Icon = { done: IconCircleCheck, attention: IconAlertTriangle, quiet: IconUserCheck }[tone];
  const banner = useRef<HTMLParagraphElement>(null);
  useEffect(() => banner.current?.scrollIntoView({ block: 'nearest' }), []);
  return (
    <p
      ref={banner}
      className={classNames(styles.banner, styles[tone === 'done' ? 'bannerDone' : tone === 'attention' ? 'bannerAttention' : 'bannerQuiet'])}
      role="status"
    >
      <Icon className="icon" aria-hidden />
      <span>{children}</span>
    </p>
  );
}

/** Why there is nothing to decide here. */
function ClosedBanner({ task, now }: { readonly task: TaskDetail; readonly now: Date }) {
  if (task.status === 'completed') return <Banner tone="done">{decidedWords(task, now)}</Banner>;
  if (task.status === 'cancelled') return <Banner tone="quiet">This is no longer needed: the process went on without it.</Banner>;
  return (
    <Banner tone="quiet">{task.assignee ? `${task.assignee.name} is working on this.` : 'You can read this, but it is for somebody else to decide.'}</Banner>
  );
}

function Note({ task, work, idPrefix }: { readonly task: TaskDetail; readonly work: TaskWork; readonly idPrefix: string }) {
  const error = work.errors.find(({ key }) => key === NOTE_KEY);
  return (
    <Textarea
      id={fieldId(idPrefix, NOTE_KEY)}
      label={
        <>
          Note to {task.requester.name} <span className={styles.optional}>{noteWords(task.outcomes)}</span>
        </>
      }
      placeholder="Visible to everybody involved, in the history"
      inputWrapperOrder={WRAPPER_ORDER}
      styles={FIELD_STYLES}
      rows={3}
      resize="vertical"
      maxLength={10_000}
      error={error && <FieldErrorText sentence={error.sentence} />}
      description={work.intended?.commentRequired && !error ? `Ctrl+Enter: ${work.intended.label}` : undefined}
      value={work.answer.note}
      onChange={(event) => work.changeNote(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        void work.decide(work.intended ?? positiveOutcome(task.outcomes));
      }}
    />
  );
}

function Answering({
  task,
  work,
  idPrefix,
  locale,
}: {
  readonly task: TaskDetail;
  readonly work: TaskWork;
  readonly idPrefix: string;
  readonly locale: string;
}) {
  const form = formOf(task);
  return (
    <form
      className={styles.form}
      noValidate
      onBlur={() => void work.flush()}
      onSubmit={(event) => {
        event.preventDefault();
        if (task.outcomes.length === 0) void work.decide(undefined);
      }}
    >
      {form.fields.length > 0 && (
        <FormFields form={form} values={work.answer.values} errors={work.errors} idPrefix={idPrefix} locale={locale} onChange={work.change} />
      )}
      <Note task={task} work={work} idPrefix={idPrefix} />
    </form>
  );
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
          {work.problem && <Banner tone="attention">{work.problem}</Banner>}
          {!isOpen && <ClosedBanner task={task} now={now} />}
          <KeyFacts facts={task.keyFacts} locale={locale} />
          {task.documentation && <p className={styles.documentation}>{task.documentation}</p>}
          {isOpen ? (
            <Answering task={task} work={work} idPrefix={idPrefix} locale={locale} />
          ) : (
            <div className={styles.form}>
              <FormFields form={form} values={initialValues(form, task.variables)} idPrefix={idPrefix} locale={locale} isReadOnly />
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
