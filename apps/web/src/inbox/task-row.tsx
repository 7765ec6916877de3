import type { Task } from '@baton/contract';
import { IconAlertTriangle, IconCircleCheck, IconClock } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { dueInRow, dueState } from '../task/due-words.ts';
import { factText, mainFact } from '../task/fact-text.ts';
import { goneWords, outcomeLabel } from '../task/outcome-words.ts';
import type { TaskView } from '../task/task-queries.ts';
import { clockWords } from '../task/when-words.ts';
import { classNames } from '../theme/class-names.ts';
import styles from './inbox.module.css';
import type { Gone } from './list-state.ts';

interface TaskRowProps {
  readonly task: Task;
  readonly view: TaskView;
  readonly isOpen: boolean;
  /** The one of the list that Tab reaches. */
  readonly isTabStop: boolean;
  readonly gone: Gone | undefined;
  readonly userId: string;
  readonly onPhone: boolean;
  readonly now: Date;
  readonly locale: string;
  /** Enter on the row that is open already: into the task. */
  readonly onOpenAgain: () => void;
}

function Due({ dueAt, now }: { readonly dueAt: string; readonly now: Date }) {
  const state = dueState(dueAt, now);
  const Icon = { overdue: IconAlertTriangle, today: IconClock, later: null }[state];
  return (
    <span className={classNames(styles.due, styles[state])}>
      {Icon && <Icon className="icon" aria-hidden />}
      {dueInRow(dueAt, now)}
    </span>
  );
}

function State({ task, gone, userId, now }: Pick<TaskRowProps, 'task' | 'gone' | 'userId' | 'now'>) {
  if (gone === 'unknown') return <span className={styles.due}>No longer here</span>;
  if (gone && gone !== 'asking') return <span className={styles.due}>{goneWords(gone, userId)}</span>;
  if (task.status === 'completed') {
    return (
      <span className={classNames(styles.due, styles.done)}>
        <IconCircleCheck className="icon" aria-hidden />
        {[outcomeLabel(task), task.completedAt && clockWords(task.completedAt)].filter(Boolean).join(', ')}
      </span>
    );
  }
  return task.dueAt ? <Due dueAt={task.dueAt} now={now} /> : null;
}

/** Done or not needed any more, not only somewhere else. */
const isOver = (gone: Gone | undefined) => gone === 'unknown' || (typeof gone === 'object' && (gone.status === 'completed' || gone.status === 'cancelled'));

/** Title and key fact, then who asked, which process, and until when. */
export function TaskRow({ task, view, isOpen, isTabStop, gone, userId, onPhone, now, locale, onOpenAgain }: TaskRowProps) {
  const fact = mainFact(task.keyFacts);
  const search = view === 'mine' ? {} : { view };
  const content = (
    <>
      <span className={styles.line}>
        <span className={classNames(styles.name, 'cut')} title={[task.name, task.businessKey].filter(Boolean).join(' ')}>
          {task.name}
          {task.businessKey && !onPhone && <span className={styles.reference}> {task.businessKey}</span>}
        </span>
        {fact && <span className={styles.fact}>{factText(fact, locale)}</span>}
      </span>
      <span className={classNames(styles.line, styles.second)}>
        <span className="cut">
          {task.businessKey && onPhone && (
            <>
              {task.businessKey}
              <span className={styles.dot}>·</span>
            </>
          )}
          {task.requester.name}
          <span className={styles.dot}>·</span>
          {task.processName}
        </span>
        <State task={task} gone={gone} userId={userId} now={now} />
      </span>
    </>
  );
  const common = {
    className: classNames(styles.row, isOpen && styles.open, isOver(gone) && styles.gone),
    'data-task': task.id,
    tabIndex: isTabStop ? 0 : -1,
    'aria-current': isOpen ? ('true' as const) : undefined,
  };
  if (onPhone) {
    return (
      <Link {...common} tabIndex={0} to="/t/$taskId" params={{ taskId: task.id }} search={view === 'mine' ? {} : { from: view }}>
        {content}
      </Link>
    );
  }
  return (
    <Link {...common} to="/inbox/$taskId" params={{ taskId: task.id }} search={search} replace={isOpen} onClick={() => isOpen && onOpenAgain()}>
      {content}
    </Link>
  );
}
