import { Button } from '@mantine/core';
import { IconAlertTriangle, IconPlugConnectedX } from '@tabler/icons-react';
import { type ErrorComponentProps, Link, useRouter } from '@tanstack/react-router';
import { useEffect, useEffectEvent } from 'react';
import { isProblem, sentenceOf } from '../api/api-problem.ts';
import { Notice } from './notice.tsx';

/** A part of the app that couldn't be fetched: no connection, or a newer version has taken its place. */
const isMissingPart = (error: unknown) => error instanceof Error && /dynamically imported module|module script|preload CSS/i.test(error.message);

/** What the page says of the troubles it knows; anything else is a fault of ours. */
function wordsOf(error: unknown): { readonly title: string; readonly text: string } {
  if (isProblem(error, 'unreachable')) return { title: 'No connection to the server', text: error.detail };
  if (isMissingPart(error)) return { title: 'This page couldn’t be loaded', text: 'Check your connection and try again. Nothing you typed is lost.' };
  if (isProblem(error, 'not-found')) return { title: 'This isn’t here any more', text: 'It may have been deleted, or the link is mistyped.' };
  if (isProblem(error, 'not-allowed'))
    return { title: 'This isn’t for your role', text: 'Your role doesn’t include this page. If you need it, ask your administrator.' };
  return { title: 'This page couldn’t be shown', text: sentenceOf(error) };
}

/** A page that couldn't be shown: why, and two ways out. */
export function PageError({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  const { title, text } = wordsOf(error);
  const isConnection = isProblem(error, 'unreachable') || isMissingPart(error);
  const retry = () => {
    // The browser remembers that a part failed; only a fresh page asks again.
    if (isMissingPart(error)) return window.location.reload();
    reset();
    void router.invalidate();
  };
  const retryNow = useEffectEvent(retry);
  useEffect(() => {
    if (!isConnection) return;
    const again = () => retryNow();
    window.addEventListener('online', again);
    return () => window.removeEventListener('online', again);
  }, [isConnection]);
  return (
    <Notice
      as="h1"
      tone="attention"
      icon={isConnection ? <IconPlugConnectedX className="icon-large" /> : <IconAlertTriangle className="icon-large" />}
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
