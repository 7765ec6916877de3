import { Button, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconLock } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { isProblem, sentenceOf } from '../api/api-problem.ts';
import { api } from '../api/client.ts';
import { queryKeys } from '../api/query-keys.ts';
import { signIn } from '../api/sign-in.ts';
import styles from './door.module.css';
import { Door } from './door.tsx';
import { DoorError } from './door-error.tsx';
import { PasswordField, passwordProblem } from './password-field.tsx';
import { tokenOf } from './token-of.ts';

interface FirstAdministrator {
  readonly token: string;
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

async function create(input: FirstAdministrator): Promise<void> {
  await api.createFirstAdministrator({ body: input });
  await signIn({ email: input.email, password: input.password, rememberMe: true });
}

const LINK_IS_NO_GOOD = 'This link doesn’t work any more. Open the newest one: the server prints it each time it starts without an administrator.';

function SetupForm({ token }: { token: string }) {
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const form = useForm({
    initialValues: { name: '', email: '', password: '' },
    validate: {
      name: (name) => (name.trim() ? null : 'Enter your name.'),
      email: (email) => (/^\S+@\S+\.\S+$/.test(email.trim()) ? null : 'Enter an email address, like name@company.example.'),
      password: passwordProblem,
    },
  });
  const attempt = useMutation({
    mutationFn: create,
    onSuccess: () => {
      queryClient.clear();
      void navigate({ to: '/' });
    },
  });
  const refusal = attempt.error && (isProblem(attempt.error, 'setup-link-invalid') ? LINK_IS_NO_GOOD : sentenceOf(attempt.error));
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={form.onSubmit((values) => attempt.mutate({ ...values, name: values.name.trim(), email: values.email.trim(), token }))}
    >
      <DoorError>{refusal}</DoorError>
      <TextInput label="Your name" name="name" autoComplete="name" autoFocus size="md" {...form.getInputProps('name')} />
      <TextInput label="Work email" type="email" name="email" autoComplete="username" size="md" {...form.getInputProps('email')} />
      <PasswordField label="Password" name="password" size="md" {...form.getInputProps('password')} />
      <Button type="submit" size="lg" loading={attempt.isPending} className={styles.submit ?? ''}>
        Create administrator
      </Button>
    </form>
  );
}

const toSignIn = (
  <Button size="lg" renderRoot={(props) => <Link to="/sign-in" {...props} />}>
    Go to sign-in
  </Button>
);

/** Opened by the one-time link; the token is in the fragment, so that it never reaches a log. */
export function SetupPage() {
  const [token] = useState(() => tokenOf(window.location.hash));
  const setup = useQuery({ queryKey: queryKeys.setup, queryFn: ({ signal }) => api.getSetup({ signal }) });
  useEffect(() => {
    document.title = 'Set up · Baton';
  }, []);
  if (setup.data && !setup.data.isNeeded) {
    return (
      <Door title="Already set up" lead="There is an administrator. Sign in, or ask them for an account.">
        {toSignIn}
      </Door>
    );
  }
  if (!token) {
    return (
      <Door title="Open the one-time link" lead="The server printed a link when it started. It ends with a code, which is missing here.">
        {toSignIn}
      </Door>
    );
  }
  return (
    <Door
      title="Create the first administrator"
      lead="You opened the one-time link from the server. It stops working as soon as this account exists."
      foot={
        <>
          <IconLock className="icon" aria-hidden="true" />
          Stays on your server. Nothing is sent elsewhere.
        </>
      }
    >
      <SetupForm token={token} />
    </Door>
  );
}
