import type { User } from '@baton/contract';
import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconDots, IconPlus, IconUser } from '@tabler/icons-react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import { api } from '../api/client.ts';
import { useMe } from '../api/session.ts';
import { usePage } from '../frame/page-state.ts';
import { useShortcuts } from '../frame/use-shortcuts.ts';
import { classNames } from '../theme/class-names.ts';
import { Avatar } from '../ui/avatar.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { FilterField } from '../ui/filter-field.tsx';
import { Key } from '../ui/key.tsx';
import { Notice } from '../ui/notice.tsx';
import { StatusChip } from '../ui/status-chip.tsx';
import table from '../ui/table.module.css';
import styles from './admin-page.module.css';
import { AdminPage } from './admin-page.tsx';
import { usersQuery } from './people-queries.ts';
import { ROLE_WORDS } from './role-words.ts';
import { usePeopleChange } from './use-people-change.ts';
import { UserDialog } from './user-dialog.tsx';

const route = getRouteApi('/signed-in/frame/admin/users');

interface UserRowProps {
  readonly user: User;
  readonly isMe: boolean;
  readonly onEdit: (user: User) => void;
  readonly onActivity: (user: User) => void;
}

function UserRow({ user, isMe, onEdit, onActivity }: UserRowProps) {
  return (
    <tr className={user.isActive ? undefined : styles.off}>
      <td className={table.name}>
        <span className={styles.person}>
          <Avatar name={user.name} size="small" isMe={isMe} />
          <span className="cut" title={user.name}>
            {user.name}
          </span>
          {isMe && <span className="muted">(you)</span>}
        </span>
      </td>
      <td className="muted" title={user.email}>
        {user.email}
      </td>
      <td className={styles.detail}>{user.roles.map((role) => ROLE_WORDS[role].label).join(', ')}</td>
      <td className={classNames('muted', styles.wide)} title={user.groups.join(', ')}>
        {user.groups.join(', ')}
      </td>
      <td>{user.isActive ? <StatusChip status="done">Active</StatusChip> : <StatusChip status="canceled">Deactivated</StatusChip>}</td>
      <td>
        <div className={table.actions}>
          <Button size="xs" variant="default" aria-label={`Edit ${user.name}`} onClick={() => onEdit(user)}>
            Edit
          </Button>
          {isMe ? (
            <span className={styles.noMenu} />
          ) : (
            <Menu width={200}>
              <Menu.Target>
                <ActionIcon size={28} aria-label={`More for ${user.name}`}>
                  <IconDots className="icon" />
                </ActionIcon>
              </Menu.Target>
              <Menu.Dropdown>
                <Menu.Item onClick={() => onActivity(user)}>{user.isActive ? 'Deactivate' : 'Activate again'}</Menu.Item>
              </Menu.Dropdown>
            </Menu>
          )}
        </div>
      </td>
    </tr>
  );
}

const holds = (user: User, words: string) => `${user.name} ${user.email} ${user.groups.join(' ')}`.toLocaleLowerCase().includes(words.toLocaleLowerCase());

export function UsersPage() {
  const me = useMe();
  const { search = '' } = route.useSearch();
  const navigate = route.useNavigate();
  const { data: users } = useSuspenseQuery(usersQuery);
  const [edited, setEdited] = useState<User | 'new' | null>(null);
  const [leaving, setLeaving] = useState<User | null>(null);
  const activity = usePeopleChange(
    (user: User) => api.updateUser({ params: { id: user.id }, body: { isActive: !user.isActive } }),
    (user) => (user.isActive ? `${user.name} can’t sign in any more` : `${user.name} can sign in again`),
    () => setLeaving(null),
  );
  const setSearch = useCallback((words: string) => void navigate({ search: { search: words || undefined }, replace: true }), [navigate]);
  usePage([{ label: 'Admin' }, { label: 'Users' }]);
  useShortcuts('Users', [{ keys: 'N', label: 'New user', run: () => setEdited('new') }]);
  const shown = users.filter((user) => holds(user, search));
  return (
    <AdminPage
      title="Users"
      action={
        <Button size="md" leftSection={<IconPlus className="icon" />} rightSection={<Key>N</Key>} onClick={() => setEdited('new')}>
          New user
        </Button>
      }
    >
      <div className={styles.tools}>
        <FilterField label="Name, email or group" value={search} onChange={setSearch} />
      </div>
      {shown.length === 0 ? (
        <Notice
          icon={<IconUser className="icon-large" />}
          title="No match"
          actions={
            <Button variant="default" onClick={() => setSearch('')}>
              Clear filter
            </Button>
          }
        />
      ) : (
        <div className={classNames(table.card, styles.scroll)}>
          <table className={classNames(table.table, styles.table)}>
            <thead>
              <tr>
                <th>Name</th>
                <th>Email</th>
                <th>Roles</th>
                <th>Groups</th>
                <th>Status</th>
                <th>
                  <span className="visually-hidden">Actions</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {shown.map((user) => (
                <UserRow
                  key={user.id}
                  user={user}
                  isMe={user.id === me.id}
                  onEdit={setEdited}
                  onActivity={(one) => (one.isActive ? setLeaving(one) : activity.mutate(one))}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {edited && <UserDialog user={edited === 'new' ? null : edited} isMe={edited !== 'new' && edited.id === me.id} onClose={() => setEdited(null)} />}
      {leaving && (
        <ConfirmDialog
          title={`Deactivate ${leaving.name}?`}
          action="Deactivate"
          isPending={activity.isPending}
          onConfirm={() => activity.mutate(leaving)}
          onClose={() => setLeaving(null)}
        >
          They are signed out and can’t sign in. Their tasks stay where they are, and you can activate them again.
        </ConfirmDialog>
      )}
    </AdminPage>
  );
}
