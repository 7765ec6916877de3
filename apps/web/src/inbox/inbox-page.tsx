import { getRouteApi, useParams } from '@tanstack/react-router';
import styles from './inbox.module.css';
import { Inbox } from './inbox.tsx';
import { Views } from './views.tsx';

const route = getRouteApi('/signed-in/frame/inbox');

/** Views, list and task beside each other; on a phone the list alone. */
export function InboxPage() {
  const view = route.useSearch().view ?? 'mine';
  const { taskId } = useParams({ strict: false });
  return (
    <div className={styles.inbox}>
      <Views current={view} />
      <Inbox key={view} view={view} openId={taskId} />
    </div>
  );
}
