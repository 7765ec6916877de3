import '@mantine/core/styles/Checkbox.layer.css';
import '@mantine/core/styles/PasswordInput.layer.css';
import { Button, Checkbox, PasswordInput, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconHelpCircle, IconInbox } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { isProblem, sentenceOf } from '../api/api-problem.ts';
import { api } from '../api/client.ts';
import { queryKeys } from '../api/query-keys.ts';
import { signIn } from '../api/sign-in.ts';
import styles from './door.module.css';
import { Door } from './door.tsx';
import { DoorError } from './door-error.tsx';

/** better-auth says no in its own codes; a wrong address and a wrong password sound the same on purpose. */
const refusalOf = (error: unknown) =>
  isProblem(error, 'credentials-invalid', 'not-signed-in') ? 'That email and password don’t belong together. Check both and try again.' : sentenceOf(error);

export function SignInPage() {
  const { to } = getRouteApi('/sign-in').useSearch();
  const router = useRouter();
  const queryClient = useQueryClient();
  const setup = useQuery({ queryKey: queryKeys.setup, queryFn: ({ signal }) => api.getSetup({ signal }) });
  const form = useForm({
    initialValues: { email: '', password: '', rememberMe: true },
    validate: { email: (email) => (email.trim() ? null : 'Enter your work email.'), password: (password) => (password ? null : 'Enter your password.') },
  });
  const attempt = useMutation({
    mutationFn: signIn,
    onSuccess: () => {
      queryClient.clear();
      router.history.push(to ?? '/');
    },
  });
  useEffect(() => {
    document.title = 'Sign in · Baton';
  }, []);
  return (
    <Door
      title="Sign in to Baton"
      foot={
        <>
          <IconHelpCircle className="icon" aria-hidden="true" />
          No account, or password forgotten? Ask your administrator.
        </>
      }
    >
      {setup.data?.isNeeded && (
        <p className={styles.note}>
          <span>
            <b>Not set up yet.</b> There is no administrator. Open the one-time link that the server printed when it started.
          </span>
        </p>
      )}
      {to?.startsWith('/t/') && (
        <p className={styles.note}>
          <IconInbox className="icon-large" aria-hidden="true" />
          <span>You will continue with the task you opened.</span>
        </p>
      )}
      <form className={styles.form} noValidate onSubmit={form.onSubmit((values) => attempt.mutate({ ...values, email: values.email.trim() }))}>
        <DoorError>{attempt.error && refusalOf(attempt.error)}</DoorError>
        <TextInput label="Work email" type="email" name="email" autoComplete="username" autoFocus size="md" {...form.getInputProps('email')} />
        <PasswordInput
          label="Password"
          name="password"
          autoComplete="current-password"
          size="md"
          visibilityToggleButtonProps={{ 'aria-label': 'Show password' }}
          {...form.getInputProps('password')}
        />
        <Checkbox label="Keep me signed in on this device" size="xs" {...form.getInputProps('rememberMe', { type: 'checkbox' })} />
        <Button type="submit" size="lg" loading={attempt.isPending} className={styles.submit ?? ''}>
          Sign in
        </Button>
      </form>
    </Door>
  );
}
