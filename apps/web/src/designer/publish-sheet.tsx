import { hasErrors, type Problem } from '@baton/model';
import { Button, Group, Modal, Textarea } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { isProblem, sentenceOf } from '../api/api-problem.ts';
import { api } from '../api/client.ts';
import { queryKeys } from '../api/query-keys.ts';
import { shownName } from '../canvas/element-words.ts';
import { ToolIcon } from '../canvas/tool-icon.tsx';
import styles from './publish-sheet.module.css';
import { useDesigner, useDesignerState } from './use-designer.ts';

interface PublishSheetProps {
  readonly opened: boolean;
  readonly version: number | null;
  /** Brings everything to the server first. */
  readonly flush: () => Promise<void>;
  readonly onClose: () => void;
  readonly onStart: () => void;
}

const CLOSE = { 'aria-label': 'Close' };

type Step = { readonly type: 'asking' } | { readonly type: 'publishing' } | { readonly type: 'done'; readonly version: number; readonly changed: boolean };

/** Publishing is a deliberate act: problems first, then what it makes, a note, and what comes next. */
export function PublishSheet({ opened, version, flush, onClose, onStart }: PublishSheetProps) {
  const designer = useDesigner();
  const queryClient = useQueryClient();
  const key = useDesignerState((state) => state.graph.key);
  const problems = useDesignerState((state) => state.problems);
  const index = useDesignerState((state) => state.index);
  const [note, setNote] = useState('');
  const [step, setStep] = useState<Step>({ type: 'asking' });
  const [refusal, setRefusal] = useState<string | null>(null);
  const isBlocked = hasErrors(problems);

  const close = () => {
    onClose();
    setStep({ type: 'asking' });
    setRefusal(null);
  };
  const publish = async () => {
    setStep({ type: 'publishing' });
    setRefusal(null);
    try {
      await flush();
      const published = await api.publishDraft({ params: { key }, body: note.trim() ? { note: note.trim() } : {} });
      setStep({ type: 'done', version: published.version, changed: published.changed });
      setNote('');
      await queryClient.invalidateQueries({ queryKey: queryKeys.processes });
    } catch (error) {
      const details = isProblem(error) ? (error.problem?.problems ?? []).map((problem) => problem.message) : [];
      setRefusal([sentenceOf(error), ...details].join(' '));
      setStep({ type: 'asking' });
    }
  };
  const goTo = (problem: Problem) => {
    close();
    designer.goToProblem(problem);
  };
  if (step.type === 'done') {
    return (
      <Modal opened={opened} onClose={close} closeButtonProps={CLOSE} title={step.changed ? `Version ${step.version} is live` : 'Nothing had changed'}>
        <p className={styles.done}>
          <IconCircleCheck className="icon-large" aria-hidden />
          {step.changed
            ? 'New instances use it from now on; running ones stay on their version.'
            : `The drawing means the same as version ${step.version}, so that stays the latest.`}
        </p>
        <Group justify="flex-end" mt="lg">
          <Button variant="default" onClick={close}>
            Back to the drawing
          </Button>
          <Button
            autoFocus
            onClick={() => {
              close();
              onStart();
            }}
          >
            Start one now
          </Button>
        </Group>
      </Modal>
    );
  }
  return (
    <Modal opened={opened} onClose={close} closeButtonProps={CLOSE} title="Publish">
      {problems.length > 0 && (
        <section className={styles.problems} aria-label="Problems">
          <h3>{isBlocked ? 'This has to be mended first' : 'You may want to look at this'}</h3>
          <ul>
            {problems.map((problem) => {
              const element = index.element(problem.elementId ?? '');
              return (
                <li key={`${problem.code} ${problem.elementId} ${problem.message}`} data-severity={problem.severity}>
                  <ToolIcon name={problem.severity === 'error' ? 'incident' : 'info'} size={16} />
                  <button type="button" onClick={() => goTo(problem)}>
                    {element && <b>{shownName(element)}: </b>}
                    {problem.message}
                  </button>
                </li>
              );
            })}
          </ul>
        </section>
      )}
      <p className={styles.what}>
        {version === null
          ? 'This becomes version 1. People who may start it find it from then on.'
          : `Version ${version} is live. If the drawing means something else, version ${version + 1} takes over for new instances.`}
      </p>
      <Textarea
        label="Note"
        description="What has changed, for those who look at the versions later"
        value={note}
        maxLength={2000}
        autosize
        minRows={2}
        disabled={isBlocked}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      {refusal && (
        <p className={styles.refusal} role="alert">
          {refusal}
        </p>
      )}
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={close}>
          Cancel
        </Button>
        <Button disabled={isBlocked} loading={step.type === 'publishing'} onClick={() => void publish()}>
          Publish
        </Button>
      </Group>
    </Modal>
  );
}
