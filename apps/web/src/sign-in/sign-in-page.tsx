import { usePage } from '../frame/page-state.ts';

export function SignInPage() {
  usePage([{ label: 'Sign in' }]);
  return <h1>Sign in</h1>;
}
