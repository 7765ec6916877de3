import { Button, Modal, Skeleton } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { sentenceOf } from '../api/api-problem.ts';
import { api } from '../api/client.ts';
import { queryKeys } from '../api/query-keys.ts';
import { useIsPhone } from '../inbox/use-is-phone.ts';
import { hasExpressions } from './form-values.ts';
import { loadEvaluate, noEvaluate } from './load-evaluate.ts';
import styles from './start-dialog.module.css';
import { StartForm } from './start-form.tsx';

export interface StartDialogProps {
  readonly processKey: string;
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly onStarted: (instanceId: string) => void;
}

const processQuery = (key: string) => queryOptions({ queryKey: queryKeys.process(key), queryFn: ({ signal }) => api.getProcess({ params: { key }, signal }) });

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
  const process = useQuery(processQuery(processKey));
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
  const { data } = useQuery({ ...processQuery(processKey), enabled: opened });
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
