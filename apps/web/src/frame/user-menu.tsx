import { Menu, UnstyledButton } from '@mantine/core';
import { useMe } from '../api/session.ts';
import { Avatar } from '../ui/avatar.tsx';
import { PersonalEntries } from './personal-entries.tsx';
import styles from './user-menu.module.css';

/** Comes with the first press (user-button.tsx), hence open. */
export function UserMenu() {
  const me = useMe();
  return (
    <Menu width={248} defaultOpened>
      <Menu.Target>
        <UnstyledButton className={styles.button} aria-label={`${me.name}: profile, appearance, sign out`}>
          <Avatar name={me.name} size="large" isMe />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <div className={styles.who}>
          <p>{me.name}</p>
          {me.email && <p className="muted cut">{me.email}</p>}
        </div>
        <Menu.Divider />
        <PersonalEntries />
      </Menu.Dropdown>
    </Menu>
  );
}
