import '@mantine/core/styles/Checkbox.layer.css';
import '@mantine/core/styles/Combobox.layer.css';
import '@mantine/core/styles/Pill.layer.css';
import '@mantine/core/styles/PillsInput.layer.css';
import '@mantine/core/styles/ScrollArea.layer.css';
import { ROLES, type Role, type User } from '@baton/contract';
import { Button, Checkbox, Modal, MultiSelect, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { sentenceOf } from '../api/api-problem.ts';
import { api } from '../api/client.ts';
import { PasswordField, passwordProblem } from '../sign-in/password-field.tsx';
import styles from './admin-page.module.css';
import { groupsQuery } from './people-queries.ts';
import { ROLE_WORDS } from './role-words.ts';
import { usePeopleChange } from './use-people-change.ts';

interface UserValues {
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly roles: Role[];
  readonly groups: string[];
}

interface UserDialogProps {
  /** null: a new one. */
  readonly user: User | null;
  readonly isMe: boolean;
  readonly onClose: () => void;
}

const save =
  (user: User | null) =>
  ({ email, password, ...rest }: UserValues) =>
    user
      ? api.updateUser({ params: { id: user.id }, body: { ...rest, ...(password ? { password } : {}) } })
      : api.createUser({ body: { email, password, ...rest } });

/** A new person, or changes to one. Whoever gets a password here is told it by the administrator. */
export function UserDialog({ user, isMe, onClose }: UserDialogProps) {
  const { data: groups = [] } = useQuery(groupsQuery);
  const form = useForm<UserValues>({
    initialValues: { name: user?.name ?? '', email: user?.email ?? '', password: '', roles: user?.roles ?? ['member'], groups: user?.groups ?? [] },
    validate: {
      name: (name) => (name.trim() ? null : 'Enter the name.'),
      email: (email) => (/^\S+@\S+\.\S+$/.test(email.trim()) ? null : 'Enter an email address, like name@company.example.'),
      password: (password) => (user && !password ? null : passwordProblem(password)),
      roles: (roles) => (roles.length > 0 ? null : 'Choose at least one role.'),
    },
    transformValues: (values) => ({ ...values, name: values.name.trim(), email: values.email.trim() }),
  });
  const change = usePeopleChange(save(user), ({ name }) => (user ? `${name} was changed` : `${name} can sign in now`), onClose);
  return (
    <Modal opened onClose={onClose} title={user ? user.name : 'New user'} size="md">
      <form className={styles.form} noValidate onSubmit={form.onSubmit((values) => change.mutate(values))}>
        {change.error && (
          <p role="alert" className={styles.error}>
            {sentenceOf(change.error)}
          </p>
        )}
        <TextInput label="Name" data-autofocus {...form.getInputProps('name')} />
        <TextInput label="Work email" type="email" disabled={user !== null} {...form.getInputProps('email')} />
        <PasswordField
          label={user ? 'New password' : 'First password'}
          description={user ? 'Leave it empty to keep the present one.' : 'Tell it to the person; they can change it in their profile.'}
          {...form.getInputProps('password')}
        />
        <Checkbox.Group label="Roles" {...form.getInputProps('roles')}>
          {ROLES.map((role) => (
            <Checkbox
              key={role}
              value={role}
              mt={8}
              size="xs"
              label={ROLE_WORDS[role].label}
              description={ROLE_WORDS[role].description}
              // Nobody locks themselves out.
              disabled={isMe && role === 'administrator'}
            />
          ))}
        </Checkbox.Group>
        <MultiSelect
          label="Groups"
          placeholder={groups.length === 0 ? 'There are no groups yet' : 'Choose groups'}
          data={groups.map((group) => group.name)}
          searchable
          hidePickedOptions
          {...form.getInputProps('groups')}
        />
        <div className={styles.buttons}>
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={change.isPending}>
            {user ? 'Save' : 'Create user'}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
