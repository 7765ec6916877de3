import type { ProcessSummary } from '@baton/contract';
import { Button, Modal, Skeleton, TextInput } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconPlayerPlay } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useId, useRef, useState } from 'react';
import { isProblem, sentenceOf } from '../api/api-problem.ts';
import { api } from '../api/client.ts';
import { idempotencyKey } from '../api/idempotency-key.ts';
import { queryKeys } from '../api/query-keys.ts';
import { useIsPhone } from '../inbox/use-is-phone.ts';
import { ErrorSummary } from './error-summary.tsx';
import { WRAPPER_ORDER } from './field-control.ts';
import { checkAnswers, type FieldError, fieldErrors } from './field-errors.ts';
import { FormFields } from './form-fields.tsx';
import { type Evaluate, type FormValues, hasExpressions, initialValues, variablesOf } from './form-values.ts';
import { loadEvaluate, noEvaluate } from './load-evaluate.ts';
import styles from './start-dialog.module.css';

export interface StartDialogProps {
  readonly processKey: string;
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly onStarted: (instanceId: string) => void;
}

const NO_FORM = { fields: [] };

interface StartFormProps {
  readonly process: ProcessSummary;
  readonly evaluate: Evaluate;
  readonly onCancel: () => void;
  readonly onStarted: (instanceId: string) => void;
}

/** What the start event asks, and a reference of one's own if one has one. */
function StartForm({ process, evaluate, onCancel, onStarted }: StartFormProps) {
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

function Started({ name, instanceId, onClose }: { readonly name: string; readonly instanceId: string; readonly onClose: () => void }) {
  const title = useRef<HTMLParagraphElement>(null);
  useEffect(() => title.current?.focus(), []);
  return (
    <div className={styles.started}>
      <IconCircleCheck className="icon-large" aria-hidden />
      <p ref={title} tabIndex={-1} className={styles.startedTitle}>
        Started
      </p>
      <p className="muted">{name} is running. Whoever is next has it in the inbox now.</p>
      <div className={styles.actions}>
        <Button variant="default" onClick={onClose}>
          Close
        </Button>
        <Button renderRoot={(props) => <Link to="/instances/$instanceId" params={{ instanceId }} onClick={onClose} {...props} />}>Watch it run</Button>
      </div>
    </div>
  );
}

/** Loads what is asked at the start, asks it, and says where to watch. */
function StartContent({ processKey, onClose, onStarted }: Omit<StartDialogProps, 'opened'>) {
  const process = useQuery({ queryKey: queryKeys.process(processKey), queryFn: ({ signal }) => api.getProcess({ params: { key: processKey }, signal }) });
  const needsFeel = process.data?.startForm ? hasExpressions(process.data.startForm) : false;
  const evaluate = useQuery({ queryKey: ['feel', 'start', processKey], queryFn: () => loadEvaluate({}), enabled: needsFeel });
  const [startedId, setStartedId] = useState<string | null>(null);

  if (process.isError) {
    return (
      <p className={styles.problem} role="alert">
        <IconAlertTriangle className="icon" aria-hidden />
        {sentenceOf(process.error)}
      </p>
    );
  }
  if (!process.data || (needsFeel && evaluate.isPending)) return <Skeleton height={160} />;
  if (startedId) return <Started name={process.data.name} instanceId={startedId} onClose={onClose} />;
  if (!process.data.isStartable) return <p className="muted">This process is not published yet, or it does not begin by hand. Publish it first.</p>;
  return (
    <StartForm
      process={process.data}
      evaluate={evaluate.data ?? noEvaluate}
      onCancel={onClose}
      onStarted={(id) => {
        setStartedId(id);
        onStarted(id);
      }}
    />
  );
}

/** Starts an instance by hand: the start event's form in a dialog, on a phone on the whole screen. */
export function StartDialog({ processKey, opened, onClose, onStarted }: StartDialogProps) {
  const onPhone = useIsPhone();
  const { data } = useQuery({
    queryKey: queryKeys.process(processKey),
    queryFn: ({ signal }) => api.getProcess({ params: { key: processKey }, signal }),
    enabled: opened,
  });
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={`Start ${data?.name ?? 'a process'}`}
      size={560}
      fullScreen={onPhone}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <StartContent processKey={processKey} onClose={onClose} onStarted={onStarted} />
    </Modal>
  );
}
