import { Button } from '@mantine/core';
import { IconAlertTriangle, IconPlugConnectedX } from '@tabler/icons-react';
import { type ErrorComponentProps, Link, useRouter } from '@tanstack/react-router';
import { isProblem, sentenceOf } from '../api/api-problem.ts';
import { Notice } from './notice.tsx';

/** What the page says of the troubles it knows; anything else is a fault of ours. */
function wordsOf(error: unknown): { readonly title: string; readonly text: string } {
  if (isProblem(error, 'unreachable')) return { title: 'No connection to the server', text: error.detail };
  if (isProblem(error, 'not-found')) return { title: 'This isn’t here any more', text: 'It may have been deleted, or the link is mistyped.' };
  if (isProblem(error, 'not-allowed'))
    return { title: 'This isn’t for your role', text: 'Your role doesn’t include this page. If you need it, ask your administrator.' };
  return { title: 'This page couldn’t be shown', text: sentenceOf(error) };
}

/** A page that couldn't be shown: why, and two ways out. */
export function PageError({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  const { title, text } = wordsOf(error);
  const retry = () => {
    reset();
    void router.invalidate();
  };
  return (
    <Notice
      as="h1"
      tone="attention"
      icon={isProblem(error, 'unreachable') ? <IconPlugConnectedX className="icon-large" /> : <IconAlertTriangle className="icon-large" />}
      title={title}
      actions={
        <>
          <Button onClick={retry}>Try again</Button>
          <Button variant="default" renderRoot={(props) => <Link to="/" {...props} />}>
            Go to the start page
          </Button>
        </>
      }
    >
      {text}
    </Notice>
  );
}
