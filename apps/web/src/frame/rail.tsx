import { Link, useRouterState } from '@tanstack/react-router';
import { useMe } from '../api/session.ts';
import { classNames } from '../theme/class-names.ts';
import { Brand } from '../ui/brand.tsx';
import { type Destination, destinationsOf, isWithin } from './destinations.ts';
import styles from './rail.module.css';
import { useCounts } from './use-counts.ts';

const shown = (count: number) => (count > 99 ? '99+' : String(count));

function RailItem({ destination, count, isCurrent }: { destination: Destination; count: number; isCurrent: boolean }) {
  const { icon: Icon, label, to, key } = destination;
  return (
    <Link
      to={to}
      title={key ? `${label} (G ${key})` : label}
      className={classNames(styles.item, isCurrent && styles.current)}
      aria-label={count ? `${label}, ${count}` : label}
      aria-current={isCurrent ? 'page' : undefined}
    >
      <Icon className="icon-large" aria-hidden="true" />
      {count > 0 && <b className={classNames(styles.count, destination.id === 'incidents' && styles.bad)}>{shown(count)}</b>}
    </Link>
  );
}

/** Where one can go, on the left. Phones have `BottomBar` instead. */
export function Rail() {
  const me = useMe();
  const counts = useCounts();
  const pathname = useRouterState({ select: (state) => state.location.pathname });
  return (
    <nav className={styles.rail} aria-label="Main">
      <Link to="/" className={styles.brand} aria-label="Baton, start page">
        <Brand />
      </Link>
      {destinationsOf(me).map((destination) => (
        <div key={destination.id} className={destination.id === 'admin' ? styles.last : undefined}>
          <RailItem destination={destination} count={counts[destination.id] ?? 0} isCurrent={isWithin(pathname, destination)} />
        </div>
      ))}
    </nav>
  );
}
