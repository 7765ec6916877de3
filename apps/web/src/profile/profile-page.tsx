import '@mantine/core/styles/PasswordInput.layer.css';
import { Button, PasswordInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { ROLE_WORDS } from '../admin/role-words.ts';
import { isProblem, sentenceOf } from '../api/api-problem.ts';
import { useMe } from '../api/session.ts';
import { changePassword } from '../api/sign-in.ts';
import { usePage } from '../frame/page-state.ts';
import { PasswordField, passwordProblem } from '../sign-in/password-field.tsx';
import { Avatar } from '../ui/avatar.tsx';
import page from '../ui/page.module.css';
import { tell } from '../ui/tell.ts';
import styles from './profile-page.module.css';

function PasswordForm() {
  const form = useForm({
    initialValues: { currentPassword: '', newPassword: '' },
    validate: { currentPassword: (password) => (password ? null : 'Enter your present password.'), newPassword: passwordProblem },
  });
  const change = useMutation({
    mutationFn: changePassword,
    onSuccess: () => {
      form.reset();
      tell('Your password was changed', { detail: 'You were signed out everywhere else.' });
    },
    onError: (error) =>
      form.setFieldError(
        isProblem(error, 'credentials-invalid') ? 'currentPassword' : 'newPassword',
        isProblem(error, 'credentials-invalid') ? 'That isn’t your present password.' : sentenceOf(error),
      ),
  });
  return (
    <form className={styles.form} noValidate onSubmit={form.onSubmit((values) => change.mutate(values))}>
      <PasswordInput
        label="Present password"
        autoComplete="current-password"
        visibilityToggleButtonProps={{ 'aria-label': 'Show password' }}
        {...form.getInputProps('currentPassword')}
      />
      <PasswordField label="New password" {...form.getInputProps('newPassword')} />
      <Button type="submit" size="md" loading={change.isPending}>
        Change password
      </Button>
    </form>
  );
}

export function ProfilePage() {
  const me = useMe();
  usePage([{ label: 'Your profile' }]);
  return (
    <div className={page.page}>
      <div className={styles.who}>
        <Avatar name={me.name} size="large" isMe />
        <div>
          <h1>{me.name}</h1>
          {me.email && <p className="muted">{me.email}</p>}
        </div>
      </div>
      <dl className={styles.facts}>
        <div>
          <dt>Roles</dt>
          <dd>{me.roles.map((role) => ROLE_WORDS[role].label).join(', ') || 'None'}</dd>
        </div>
        <div>
          <dt>Groups</dt>
          <dd>{me.groups.join(', ') || 'None'}</dd>
        </div>
      </dl>
      <section aria-labelledby="password">
        <h2 id="password" className={styles.section}>
          Password
        </h2>
        <PasswordForm />
      </section>
    </div>
  );
}
