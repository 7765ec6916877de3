import { Modal } from '@mantine/core';

export interface StartDialogProps {
  readonly processKey: string;
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly onStarted: (instanceId: string) => void;
}

export function StartDialog({ processKey, opened, onClose }: StartDialogProps) {
  return <Modal opened={opened} onClose={onClose} title={processKey} />;
}
