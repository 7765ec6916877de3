import '@mantine/core/styles/Combobox.layer.css';
import '@mantine/core/styles/Pill.layer.css';
import '@mantine/core/styles/PillsInput.layer.css';
import '@mantine/core/styles/ScrollArea.layer.css';
import type { Group } from '@baton/contract';
import { Button, Modal, MultiSelect, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { sentenceOf } from '../api/api-problem.ts';
import { api } from '../api/client.ts';
import styles from './admin-page.module.css';
import { usersQuery } from './people-queries.ts';
import { usePeopleChange } from './use-people-change.ts';

interface GroupValues {
  readonly name: string;
  readonly members: string[];
}

const save = (group: Group | null) => (body: GroupValues) => (group ? api.updateGroup({ params: { id: group.id }, body }) : api.createGroup({ body }));

/** A new group, or another name or members for one. `group` null: a new one. */
export function GroupDialog({ group, onClose }: { group: Group | null; onClose: () => void }) {
  const { data: users = [] } = useQuery(usersQuery);
  const form = useForm<GroupValues>({
    initialValues: { name: group?.name ?? '', members: group?.members.map(({ id }) => id) ?? [] },
    validate: { name: (name) => (name.trim() ? null : 'Give the group a name.') },
    transformValues: (values) => ({ ...values, name: values.name.trim() }),
  });
  const change = usePeopleChange(save(group), ({ name }) => (group ? `${name} was changed` : `${name} was created`), onClose);
  return (
    <Modal opened onClose={onClose} title={group ? group.name : 'New group'} size="md">
      <form className={styles.form} noValidate onSubmit={form.onSubmit((values) => change.mutate(values))}>
        {change.error && (
          <p role="alert" className={styles.error}>
            {sentenceOf(change.error)}
          </p>
        )}
        <TextInput
          label="Name"
          description={
            group
              ? 'Processes name the group: after a rename they have to be published with the new name.'
              : 'Processes use this name to say who may take a task.'
          }
          data-autofocus
          {...form.getInputProps('name')}
        />
        <MultiSelect
          label="Members"
          placeholder="Choose people"
          data={users
            .filter((user) => user.isActive || form.values.members.includes(user.id))
            .map((user) => ({ value: user.id, label: `${user.name}, ${user.email}` }))}
          searchable
          hidePickedOptions
          {...form.getInputProps('members')}
        />
        <div className={styles.buttons}>
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={change.isPending}>
            {group ? 'Save' : 'Create group'}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
