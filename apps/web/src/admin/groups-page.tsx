import type { Group } from '@baton/contract';
import { ActionIcon, Button } from '@mantine/core';
import { IconPlus, IconTrash, IconUsers } from '@tabler/icons-react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../api/client.ts';
import { usePage } from '../frame/page-state.ts';
import { useShortcuts } from '../frame/use-shortcuts.ts';
import { classNames } from '../theme/class-names.ts';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { counted } from '../ui/counted.ts';
import { Key } from '../ui/key.tsx';
import { Notice } from '../ui/notice.tsx';
import table from '../ui/table.module.css';
import { tellProblem } from '../ui/tell.ts';
import styles from './admin-page.module.css';
import { AdminPage } from './admin-page.tsx';
import { GroupDialog } from './group-dialog.tsx';
import { groupsQuery } from './people-queries.ts';
import { usePeopleChange } from './use-people-change.ts';

const SHOWN_MEMBERS = 6;

function membersOf({ members }: Group): string {
  const names = members.slice(0, SHOWN_MEMBERS).map(({ name }) => name);
  const rest = members.length - names.length;
  return rest > 0 ? `${names.join(', ')} and ${rest} more` : names.join(', ');
}

function GroupsTable({ groups, onEdit, onDelete }: { groups: readonly Group[]; onEdit: (group: Group) => void; onDelete: (group: Group) => void }) {
  return (
    <div className={classNames(table.card, styles.scroll)}>
      <table className={classNames(table.table, styles.table)}>
        <thead>
          <tr>
            <th>Name</th>
            <th className={table.right}>People</th>
            <th>Members</th>
            <th>
              <span className="visually-hidden">Actions</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {groups.map((group) => (
            <tr key={group.id}>
              <td className={table.name} title={group.name}>
                {group.name}
              </td>
              <td className={classNames(table.right, styles.wide)}>{group.members.length}</td>
              <td className={classNames('muted', styles.detail)} title={group.members.map(({ name }) => name).join(', ')}>
                {membersOf(group) || 'Nobody yet'}
              </td>
              <td>
                <div className={table.actions}>
                  <Button size="xs" variant="default" aria-label={`Edit ${group.name}`} onClick={() => onEdit(group)}>
                    Edit
                  </Button>
                  <ActionIcon size={28} aria-label={`Delete ${group.name}`} onClick={() => onDelete(group)}>
                    <IconTrash className="icon" />
                  </ActionIcon>
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

export function GroupsPage() {
  const { data: groups } = useSuspenseQuery(groupsQuery);
  const [edited, setEdited] = useState<Group | 'new' | null>(null);
  const [leaving, setLeaving] = useState<Group | null>(null);
  const remove = usePeopleChange(
    (group: Group) => api.deleteGroup({ params: { id: group.id } }),
    (group) => `${group.name} was deleted`,
    () => setLeaving(null),
  );
  usePage([{ label: 'Admin' }, { label: 'Groups' }]);
  useShortcuts('Groups', [{ keys: 'N', label: 'New group', run: () => setEdited('new') }]);
  const newGroup = (
    <Button size="md" leftSection={<IconPlus className="icon" />} rightSection={<Key>N</Key>} onClick={() => setEdited('new')}>
      New group
    </Button>
  );
  return (
    <AdminPage title="Groups" action={groups.length > 0 && newGroup}>
      {groups.length === 0 ? (
        <Notice icon={<IconUsers className="icon-large" />} title="No groups yet" actions={newGroup}>
          A group is a team that shares tasks, such as Finance. A process names it, and any member can take the task.
        </Notice>
      ) : (
        <GroupsTable groups={groups} onEdit={setEdited} onDelete={setLeaving} />
      )}
      {edited && <GroupDialog group={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
      {leaving && (
        <ConfirmDialog
          title={`Delete ${leaving.name}?`}
          action="Delete group"
          isPending={remove.isPending}
          onConfirm={() => remove.mutate(leaving, { onError: tellProblem('It couldn’t be deleted') })}
          onClose={() => setLeaving(null)}
        >
          {leaving.members.length > 0 ? `${counted(leaving.members.length, 'person', 'people')} will no longer get its tasks.` : 'It has no members.'} Tasks
          that wait for it stay open; an operator can assign them.
        </ConfirmDialog>
      )}
    </AdminPage>
  );
}
