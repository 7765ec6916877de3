import type { ActiveElement, InstanceView } from '@baton/contract';
import { IconRefresh } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { may, useMe } from '../../api/session.ts';
import { classNames } from '../../theme/class-names.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { StatusChip } from '../../ui/status-chip.tsx';
import { useRetry } from '../actions/use-retry.ts';
import type { GraphWords } from '../graph-words.ts';
import { taskFor } from '../instance-header.tsx';
import { keyFacts } from '../key-facts.ts';
import { leavesOf } from '../state/diagram-states.ts';
import { StepIcon } from '../step-icon.tsx';
import { waitingReason } from '../words/waiting-reason.ts';
import { sayMoment } from '../words/when.ts';
import styles from './now-panel.module.css';

interface NowPanelProps {
  readonly view: InstanceView;
  readonly words: GraphWords;
  readonly now: number;
  /** While one looks back, nothing can be done about it. */
  readonly isLive: boolean;
  readonly selectedId: string | undefined;
  readonly onSelect: (elementId: string) => void;
}

/** Where it stands, step by step, and what it is about. */
export function NowPanel(props: NowPanelProps) {
  const { view, words, now } = props;
  const here = leavesOf(view);
  const facts = keyFacts(view, words);
  return (
    <aside className={styles.panel} aria-label="Now and key facts">
      <h2>{headingOf(props)}</h2>
      {here.length === 0 && <p className={styles.quiet}>{nothingHere(view, now)}</p>}
      {here.map((element) => (
        <Here key={element.key} element={element} {...props} />
      ))}
      {facts.length > 0 && (
        <>
          <h2>Key facts</h2>
          <dl className={styles.facts}>
            {facts.map(({ name, label, value }) => (
              <div key={name}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
    </aside>
  );
}

const headingOf = ({ view, now, isLive }: NowPanelProps) => (isLive ? (view.endedAt ? 'At the end' : 'Now') : `On ${sayMoment(now, now)}`);

const ENDED: { readonly [S in InstanceView['status']]: string } = {
  active: 'No step is open.',
  completed: 'Finished',
  cancelled: 'Canceled',
  suspended: 'Paused',
  failed: 'Failed',
};
const nothingHere = ({ status, endedAt }: InstanceView, now: number) => (endedAt ? `${ENDED[status]} ${sayMoment(Date.parse(endedAt), now)}.` : ENDED[status]);

function Here({ element, words, now, isLive, selectedId, onSelect }: NowPanelProps & { readonly element: ActiveElement }) {
  const me = useMe();
  const retry = useRetry();
  const { status, headline, since, detail } = waitingReason(element, now, words.element(element.elementId));
  const taskId = isLive ? taskFor(me, element) : null;
  const incident = isLive && may(me, 'incident:operate') ? element.incident : null;
  const assignee = element.waitingFor?.kind === 'person' ? element.waitingFor.assignee : null;
  return (
    <article className={classNames(styles.step, selectedId === element.elementId && styles.selected)}>
      {assignee && !element.incident ? (
        <Avatar name={assignee.name} />
      ) : (
        <span className={styles.tile}>
          <StepIcon type={element.elementType} />
        </span>
      )}
      <div>
        <h3>
          <button type="button" className={styles.name} onClick={() => onSelect(element.elementId)}>
            {words.nameOf(element.elementId)}
          </button>
        </h3>
        <StatusChip status={status}>{headline}</StatusChip>
        <p className={styles.detail}>
          {`${capital(since)}.`} {detail}
        </p>
        {(taskId || incident) && (
          <p className={styles.links}>
            {taskId && (
              <Link className="link" to="/t/$taskId" params={{ taskId }}>
                Open task
              </Link>
            )}
            {incident && (
              <button type="button" className={classNames('link', styles.retry)} disabled={retry.isPending} onClick={() => retry.mutate(incident.id)}>
                <IconRefresh className="icon" aria-hidden="true" /> Retry
              </button>
            )}
          </p>
        )}
      </div>
    </article>
  );
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
