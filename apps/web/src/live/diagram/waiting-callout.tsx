import type { ActiveElement } from '@baton/contract';
import type { Element } from '@baton/model';
import { classNames } from '../../theme/class-names.ts';
import { initialsOf } from '../../ui/avatar.tsx';
import { waitingReason } from '../words/waiting-reason.ts';
import styles from './waiting-callout.module.css';

interface WaitingCalloutProps {
  readonly element: ActiveElement;
  /** The step in the drawing. */
  readonly drawn: Element | undefined;
  readonly now: number;
  /** Higher, to leave room for a border event on the step's upper edge. */
  readonly isRaised: boolean;
}

/** Above a step that waits: for whom or what, since when, until when. */
export function WaitingCallout({ element, drawn, now, isRaised }: WaitingCalloutProps) {
  const { headline, since } = waitingReason(element, now, drawn);
  const assignee = element.waitingFor?.kind === 'person' ? element.waitingFor.assignee : null;
  return (
    <div className={classNames(styles.callout, isRaised && styles.raised)}>
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
