import { Button } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { IconCheck, IconLink } from '@tabler/icons-react';

/** The address of what is on the screen. A page served over plain http has no clipboard: no button then. */
export function CopyLink() {
  const clipboard = useClipboard({ timeout: 2_000 });
  if (!window.isSecureContext) return null;
  return (
    <Button
      variant="subtle"
      color="gray"
      leftSection={clipboard.copied ? <IconCheck className="icon" aria-hidden="true" /> : <IconLink className="icon" aria-hidden="true" />}
      onClick={() => clipboard.copy(window.location.href)}
    >
      {clipboard.copied ? 'Copied' : 'Copy link'}
    </Button>
  );
}
