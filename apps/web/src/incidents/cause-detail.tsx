import { ActionIcon, Button, CopyButton } from '@mantine/core';
import { IconArrowLeft, IconCheck, IconCopy, IconRefresh } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { may, useMe } from '../api/session.ts';
import { useShortcuts } from '../frame/use-shortcuts.ts';
import { figure } from '../ui/counted.ts';
import { Key } from '../ui/key.tsx';
import { StatusChip } from '../ui/status-chip.tsx';
import { whenInSentence } from '../ui/when.ts';
import { AffectedTable } from './affected-table.tsx';
import styles from './cause-detail.module.css';
import { causeWords } from './cause-words.ts';
import type { Cause } from './group-by-cause.ts';
import { useRetry } from './use-retry.ts';

function RetryActions({ cause, retryState }: { cause: Cause; retryState: ReturnType<typeof useRetry> }) {
  const { progress, retry, stop } = retryState;
  const count = cause.incidents.length;
  useShortcuts('Cause', [{ keys: 'T', label: count === 1 ? 'Retry' : 'Retry all', run: () => void (progress ?? retry(cause.incidents)) }]);
  if (progress) {
    return (
      <div className={styles.actions} role="status">
        <progress value={progress.done + progress.failed} max={progress.of} aria-label="Retries" />
        <span className="numeric">
          {figure(progress.done + progress.failed)} of {figure(progress.of)} tried again
        </span>
        <Button variant="default" onClick={stop}>
          Stop
        </Button>
      </div>
    );
  }
  return (
    <div className={styles.actions}>
      <Button leftSection={<IconRefresh className="icon" />} rightSection={<Key>T</Key>} onClick={() => void retry(cause.incidents)}>
        {count === 1 ? 'Retry' : `Retry all ${figure(count)}`}
      </Button>
      {count > 1 && (
        <Button variant="default" onClick={() => void retry(cause.incidents.slice(0, 1))}>
          Retry one first
        </Button>
      )}
    </div>
  );
}

function SampleError({ cause }: { cause: Cause }) {
  const { headline, rest } = causeWords(cause.message);
  const text = `${cause.code}: ${cause.message}`;
  return (
    <section className={styles.sample} aria-label="Newest error">
      <header>
        <h3>
          Newest error <span>{cause.code}</span>
        </h3>
        <CopyButton value={text}>
          {({ copied, copy }) => (
            <Button variant="subtle" size="xs" leftSection={copied ? <IconCheck className="icon" /> : <IconCopy className="icon" />} onClick={copy}>
              {copied ? 'Copied' : 'Copy'}
            </Button>
          )}
        </CopyButton>
      </header>
      <pre>
        <b>{headline}</b>
        {rest && `\n${rest}`}
      </pre>
    </section>
  );
}

/** One cause: what it is, whom it holds up, and trying again. */
export function CauseDetail({ cause }: { cause: Cause }) {
  const me = useMe();
  const mayRetry = may(me, 'incident:operate');
  const retryState = useRetry();
  return (
    <article className={styles.detail}>
      <header className={styles.head}>
        <ActionIcon className={styles.back} aria-label="Back to the list" renderRoot={(props) => <Link to="/incidents" search={{}} {...props} />}>
          <IconArrowLeft className="icon-large" />
        </ActionIcon>
        <div className={styles.title}>
          <h2>{causeWords(cause.message).headline}</h2>
          <p>
            Step{' '}
            {may(me, 'process:design') ? (
              <Link className="link" to="/processes/$processKey" params={{ processKey: cause.processKey }}>
                {cause.elementName}
              </Link>
            ) : (
              <b>{cause.elementName}</b>
            )}{' '}
            · {cause.processName}, version {cause.versions.join(', ')} · first {whenInSentence(cause.firstAt)}, last {whenInSentence(cause.lastAt)}
          </p>
        </div>
        <StatusChip status="attention" size="large" />
      </header>
      {mayRetry && <RetryActions cause={cause} retryState={retryState} />}
      <SampleError cause={cause} />
      <div className={styles.section}>
        <h3>
          Affected instances <span className="muted numeric">{figure(cause.incidents.length)}</span>
        </h3>
        <Link className="link" to="/instances" search={{ show: 'attention', processKey: cause.processKey }}>
          All of {cause.processName} that need attention
        </Link>
      </div>
      <AffectedTable incidents={cause.incidents} {...(mayRetry && !retryState.progress ? { onRetry: (incident) => void retryState.retry([incident]) } : {})} />
    </article>
  );
}
