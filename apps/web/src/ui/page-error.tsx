import { Button } from '@mantine/core';
import { IconAlertTriangle, IconPlugConnectedX } from '@tabler/icons-react';
import { type ErrorComponentProps, Link, useRouter } from '@tanstack/react-router';
import { isProblem, sentenceOf } from '../api/api-problem.ts';
import { Notice } from './notice.tsx';

/** A page that couldn't be shown: why, and two ways out. */
export function PageError({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  const isUnreachable = isProblem(error, 'unreachable');
  const retry = () => {
    reset();
    void router.invalidate();
  };
  return (
    <Notice
      as="h1"
      tone="attention"
      icon={isUnreachable ? <IconPlugConnectedX className="icon-large" /> : <IconAlertTriangle className="icon-large" />}
      title={isUnreachable ? 'No connection to the server' : isProblem(error, 'not-found') ? 'This isn’t here any more' : 'This page couldn’t be shown'}
      actions={
        <>
          <Button onClick={retry}>Try again</Button>
          <Button variant="default" renderRoot={(props) => <Link to="/" {...props} />}>
            Go to the start page
          </Button>
        </>
      }
    >
      {sentenceOf(error)}
    </Notice>
  );
}
