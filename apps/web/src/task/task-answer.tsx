import type { TaskDetail } from '@baton/contract';
import { Textarea } from '@mantine/core';
import { FIELD_STYLES, WRAPPER_ORDER } from '../forms/field-control.ts';
import { NOTE_KEY } from '../forms/field-errors.ts';
import { fieldId } from '../forms/focus-field.ts';
import { FieldErrorText, FormFields } from '../forms/form-fields.tsx';
import { formBelowFacts } from './answer.ts';
import { noteWords, positiveOutcome } from './outcome-words.ts';
import styles from './task.module.css';
import type { TaskWork } from './use-task-work.ts';

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

/** The form and the note of a task that is to be done. */
export function TaskAnswer({
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
  const form = formBelowFacts(task);
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
