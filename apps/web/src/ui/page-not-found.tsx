import { Button } from '@mantine/core';
import { IconMapQuestion } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { Notice } from './notice.tsx';

export function PageNotFound() {
  return (
    <Notice
      as="h1"
      icon={<IconMapQuestion className="icon-large" />}
      title="There is no page here"
      actions={<Button renderRoot={(props) => <Link to="/" {...props} />}>Go to the start page</Button>}
    >
      The address may be mistyped, or what it showed has been deleted.
    </Notice>
  );
}
