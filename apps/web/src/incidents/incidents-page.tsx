import { Button } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { api } from '../api/client.ts';
import { queryKeys } from '../api/query-keys.ts';
import { may, useMe } from '../api/session.ts';
import { usePage } from '../frame/page-state.ts';
import { useRowKeys } from '../frame/use-row-keys.ts';
import { classNames } from '../theme/class-names.ts';
import { counted, figure } from '../ui/counted.ts';
import { KeysBar } from '../ui/keys-bar.tsx';
import { Notice } from '../ui/notice.tsx';
import { useNow } from '../ui/use-now.ts';
import { howLong, whenInSentence } from '../ui/when.ts';
import { CauseDetail } from './cause-detail.tsx';
import { CauseList } from './cause-list.tsx';
import { causeWords } from './cause-words.ts';
import { type Cause, groupByCause } from './group-by-cause.ts';
import styles from './incidents-page.module.css';
import { MOST_INCIDENTS, openIncidentsQuery } from './incidents-query.ts';

const MOVE = [
  { keys: ['J', 'K'], label: 'move' },
  { keys: ['Enter'], label: 'open' },
] as const;

const route = getRouteApi('/signed-in/frame/incidents');

/** Everything runs: calm, with the last time it didn't. */
function AllRunning() {
  const { data: last } = useQuery({
    queryKey: [...queryKeys.incidents, 'last-resolved'],
    queryFn: ({ signal }) => api.listIncidents({ query: { status: 'resolved', limit: 1 }, signal }),
  });
  const incident = last?.items[0];
  return (
    <Notice
      as="h1"
      tone="done"
      icon={<IconCircleCheck className="icon-large" />}
      title="All running"
      actions={
        <Button variant="default" renderRoot={(props) => <Link to="/instances" {...props} />}>
          See the instances
        </Button>
      }
    >
      {incident
        ? `Nothing needs attention. Last: ${incident.elementName} of ${incident.processName}, ${whenInSentence(incident.raisedAt)}.`
        : 'Nothing needs attention.'}
    </Notice>
  );
}

function Figures({ causes }: { causes: readonly Cause[] }) {
  const now = useNow();
  const incidents = causes.flatMap((cause) => cause.incidents);
  const oldest = causes.reduce((a, b) => (a.firstAt < b.firstAt ? a : b));
  const stuck = new Set(incidents.map((incident) => incident.instanceId)).size;
  const inLastHour = incidents.filter((incident) => now - Date.parse(incident.raisedAt) < 3_600_000).length;
  return (
    <dl className={styles.figures}>
      <div>
        <dt>Instances stuck</dt>
        <dd className={styles.bad}>{figure(stuck)}</dd>
        <dd className={styles.small}>{inLastHour > 0 ? `${figure(inLastHour)} in the last hour` : 'None in the last hour'}</dd>
      </div>
      <div>
        <dt>Oldest open</dt>
        <dd>{howLong(now - Date.parse(oldest.firstAt))}</dd>
        <dd className={classNames(styles.small, 'cut')}>
          {oldest.processName}, {oldest.elementName}
        </dd>
      </div>
    </dl>
  );
}

export function IncidentsPage() {
  const { cause: causeId } = route.useSearch();
  const { data: incidents } = useSuspenseQuery(openIncidentsQuery);
  const causes = groupByCause(incidents);
  // A wide screen opens the first by itself; a phone shows the list first.
  const chosen = causes.find(({ id }) => id === causeId) ?? null;
  const shown = chosen ?? causes[0];
  usePage(chosen ? [{ label: 'Incidents', to: '/incidents' }, { label: causeWords(chosen.message).headline }] : [{ label: 'Incidents' }]);
  const mayRetry = may(useMe(), 'incident:operate');
  useRowKeys();
  if (!shown) return <AllRunning />;
  return (
    <div className={classNames(styles.page, chosen !== null && styles.chosen)}>
      <h1 className="visually-hidden">Incidents</h1>
      <div className={styles.list}>
        <Figures causes={causes} />
        <header>
          <h2>Incidents</h2>
          <span className="muted numeric">{counted(causes.length, 'cause')}</span>
        </header>
        <div className={styles.causes}>
          <CauseList causes={causes} openId={shown.id} />
        </div>
        {incidents.length >= MOST_INCIDENTS && (
          <p className={styles.more}>Only the newest {figure(MOST_INCIDENTS)} are shown. Mend a cause and the rest comes up.</p>
        )}
        <KeysBar hints={mayRetry ? [...MOVE, { keys: ['T'], label: 'retry' }] : MOVE} />
      </div>
      <div className={styles.detail}>
        <CauseDetail key={shown.id} cause={shown} />
      </div>
    </div>
  );
}
