import type { ActiveElement } from '@baton/contract';
import { initialsOf } from '../../ui/avatar.tsx';
import { waitingReason } from '../words/waiting-reason.ts';
import styles from './waiting-callout.module.css';

/** Above a step that waits: for whom or what, since when, until when. */
export function WaitingCallout({ element, now }: { readonly element: ActiveElement; readonly now: number }) {
  const { headline, since } = waitingReason(element, now);
  const assignee = element.waitingFor?.kind === 'person' ? element.waitingFor.assignee : null;
  return (
    <div className={styles.callout}>
      {assignee && (
        <span className={styles.initials} aria-hidden="true">
          {initialsOf(assignee.name)}
        </span>
      )}
      <span>
        <b>{headline}</b>
        <small>{since}</small>
      </span>
    </div>
  );
}
