import type { ProcessSummary } from '@baton/contract';
import { Button, TextInput } from '@mantine/core';
import { IconAlertTriangle, IconPlayerPlay } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useId, useRef, useState } from 'react';
import { isProblem, sentenceOf } from '../api/api-problem.ts';
import { api } from '../api/client.ts';
import { idempotencyKey } from '../api/idempotency-key.ts';
import { queryKeys } from '../api/query-keys.ts';
import { ErrorSummary } from './error-summary.tsx';
import { WRAPPER_ORDER } from './field-control.ts';
import { checkAnswers, type FieldError, fieldErrors } from './field-errors.ts';
import { FormFields } from './form-fields.tsx';
import { type Evaluate, type FormValues, initialValues, variablesOf } from './form-values.ts';
import styles from './start-dialog.module.css';

const NO_FORM = { fields: [] };

interface StartFormProps {
  readonly process: ProcessSummary;
  readonly evaluate: Evaluate;
  readonly onCancel: () => void;
  readonly onStarted: (instanceId: string) => void;
}

/** What the start event asks, and a reference of one's own if one has one. */
export function StartForm({ process, evaluate, onCancel, onStarted }: StartFormProps) {
  const form = process.startForm ?? NO_FORM;
  const locale = navigator.language;
  const idPrefix = useId();
  const queryClient = useQueryClient();
  const [values, setValues] = useState<FormValues>(() => initialValues(form, {}, {}, evaluate));
  const [businessKey, setBusinessKey] = useState('');
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const [attempt, setAttempt] = useState(0);
  const [problem, setProblem] = useState<string | null>(null);
  const [isStarting, setIsStarting] = useState(false);
  /** The same start sent twice is one start; a changed one is another. */
  const sending = useRef<{ readonly body: string; readonly key: string } | null>(null);

  const show = (found: readonly FieldError[]) => {
    setErrors(found);
    setAttempt((count) => count + 1);
  };
  const refused = (refusal: unknown) => {
    const problems = isProblem(refusal, 'variables-invalid', 'form-invalid') ? (refusal.problem?.problems ?? []) : [];
    if (problems.length > 0) show(fieldErrors(problems, form, locale));
    else setProblem(sentenceOf(refusal));
  };
  const start = async () => {
    const found = checkAnswers(form, values, locale);
    if (found.length > 0) return show(found);
    setErrors([]);
    setProblem(null);
    setIsStarting(true);
    const body = { processKey: process.key, variables: variablesOf(form, values), ...(businessKey.trim() ? { businessKey: businessKey.trim() } : {}) };
    if (sending.current?.body !== JSON.stringify(body)) sending.current = { body: JSON.stringify(body), key: idempotencyKey() };
    try {
      const instance = await api.startInstance({ body, idempotencyKey: sending.current.key });
      void queryClient.invalidateQueries({ queryKey: queryKeys.processes });
      void queryClient.invalidateQueries({ queryKey: queryKeys.instances });
      onStarted(instance.id);
    } catch (refusal) {
      refused(refusal);
    } finally {
      setIsStarting(false);
    }
  };

  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!isStarting) void start();
      }}
    >
      <ErrorSummary errors={errors} idPrefix={idPrefix} attempt={attempt} />
      {problem && (
        <p className={styles.problem} role="alert">
          <IconAlertTriangle className="icon" aria-hidden />
          {problem}
        </p>
      )}
      {process.description && <p className={styles.description}>{process.description}</p>}
      {form.fields.length > 0 && (
        <FormFields
          form={form}
          values={values}
          errors={errors}
          idPrefix={idPrefix}
          locale={locale}
          onChange={(key, value) => {
            setValues((before) => ({ ...before, [key]: value }));
            setErrors((shown) => shown.filter((error) => error.key !== key));
          }}
        />
      )}
      <TextInput
        label={
          <>
            Reference <span className="muted">optional</span>
          </>
        }
        description="Your own number or name for it, such as INV-2026-1184."
        inputWrapperOrder={WRAPPER_ORDER}
        autoComplete="off"
        maxLength={255}
        value={businessKey}
        onChange={(event) => setBusinessKey(event.currentTarget.value)}
      />
      <div className={styles.actions}>
        <Button variant="default" onClick={onCancel}>
          Cancel
        </Button>
        <Button type="submit" loading={isStarting} leftSection={<IconPlayerPlay className="icon" aria-hidden />}>
          Start
        </Button>
      </div>
    </form>
  );
}
