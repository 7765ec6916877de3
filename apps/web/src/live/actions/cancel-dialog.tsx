import { Button, Group, Modal, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { sentenceOf } from '../../api/api-problem.ts';
import { api } from '../../api/client.ts';
import { queryKeys } from '../../api/query-keys.ts';
import { tell } from '../../ui/tell.ts';
import styles from './cancel-dialog.module.css';

interface CancelDialogProps {
  readonly instanceId: string;
  readonly title: string;
  readonly onClose: () => void;
}

/** Asks before everything that is still going on stops, and for the reason that goes into the log. */
export function CancelDialog({ instanceId, title, onClose }: CancelDialogProps) {
  const [reason, setReason] = useState('');
  const queryClient = useQueryClient();
  const cancel = useMutation({
    mutationFn: () => api.cancelInstance({ params: { id: instanceId }, body: reason.trim() ? { reason: reason.trim() } : {} }),
    onSuccess: (instance) => {
      queryClient.setQueryData(queryKeys.instance(instanceId), instance);
      tell(`${title} is canceled`);
      onClose();
    },
  });
  return (
    <Modal opened onClose={onClose} title={`Cancel ${title}?`} size="md">
      <p>All steps that are still going on stop, and their tasks leave the inboxes. This can’t be undone.</p>
      <Textarea
        className={styles.reason ?? ''}
        label="Reason"
        description="Kept in the log, for whoever asks later."
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        maxLength={2000}
        autosize
        minRows={2}
        maxRows={8}
        data-autofocus
      />
      {cancel.isError && (
        <p className={styles.error} role="alert">
          {sentenceOf(cancel.error)}
        </p>
      )}
      <Group justify="flex-end" mt={24} gap={8}>
        <Button variant="default" onClick={onClose}>
          Keep it running
        </Button>
        <Button color="attention" loading={cancel.isPending} onClick={() => cancel.mutate()}>
          Cancel the process
        </Button>
      </Group>
    </Modal>
  );
}
