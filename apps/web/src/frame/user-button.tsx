import { UnstyledButton } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { useMe } from '../api/session.ts';
import { Avatar } from '../ui/avatar.tsx';
import styles from './user-menu.module.css';

const loadMenu = () => import('./user-menu.tsx');
const UserMenu = lazy(() => loadMenu().then(({ UserMenu }) => ({ default: UserMenu })));

/** My initials. The menu behind them is fetched when somebody reaches for it. */
export function UserButton() {
  const me = useMe();
  const [isWanted, setIsWanted] = useState(false);
  const button = (
    <UnstyledButton
      className={styles.button}
      aria-label={`${me.name}: profile, appearance, sign out`}
      aria-haspopup="menu"
      onPointerEnter={() => void loadMenu()}
      onFocus={() => void loadMenu()}
      onClick={() => setIsWanted(true)}
    >
      <Avatar name={me.name} size="large" isMe />
    </UnstyledButton>
  );
  return isWanted ? (
    <Suspense fallback={button}>
      <UserMenu />
    </Suspense>
  ) : (
    button
  );
}
