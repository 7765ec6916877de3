import { Menu, UnstyledButton } from '@mantine/core';
import { IconDots, IconInbox, IconList, IconPlayerPlay } from '@tabler/icons-react';
import { Link, useRouterState } from '@tanstack/react-router';
import { useMe } from '../api/session.ts';
import { classNames } from '../theme/class-names.ts';
import styles from './bottom-bar.module.css';
import { destinationsOf } from './destinations.ts';
import { PersonalEntries } from './personal-entries.tsx';
import { useCounts } from './use-counts.ts';

/** The rail of a phone: what one does there, the rest under More. */
export function BottomBar({ onStart }: { onStart: () => void }) {
  const me = useMe();
  const counts = useCounts();
  const pathname = useRouterState({ select: (state) => state.location.pathname });
  const more = destinationsOf(me).filter(({ id }) => id !== 'inbox' && id !== 'instances');
  const of = (path: string) => ({
    className: classNames(styles.item, pathname.startsWith(path) && styles.current),
    'aria-current': pathname.startsWith(path) ? ('page' as const) : undefined,
  });
  return (
    <nav className={styles.bar} aria-label="Main">
      <Link to="/inbox" {...of('/inbox')}>
        <IconInbox className="icon-large" aria-hidden="true" />
        Inbox
        {counts.inbox ? <b className={styles.count}>{counts.inbox > 99 ? '99+' : counts.inbox}</b> : null}
      </Link>
      <UnstyledButton className={styles.item} onClick={onStart}>
        <IconPlayerPlay className="icon-large" aria-hidden="true" />
        Start
      </UnstyledButton>
      <Link to="/instances" {...of('/instances')}>
        <IconList className="icon-large" aria-hidden="true" />
        Instances
      </Link>
      <Menu position="top-end" width={248}>
        <Menu.Target>
          <UnstyledButton className={styles.item}>
            <IconDots className="icon-large" aria-hidden="true" />
            More
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown>
          {more.map(({ id, to, label, icon: Icon }) => (
            <Menu.Item key={id} leftSection={<Icon className="icon" />} renderRoot={(props) => <Link to={to} {...props} />}>
              {counts[id] ? `${label} (${counts[id]})` : label}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <PersonalEntries />
        </Menu.Dropdown>
      </Menu>
    </nav>
  );
}
