import { usePage } from '../frame/page-state.ts';

export function ProfilePage() {
  usePage([{ label: 'Your profile' }]);
  return <h1>Your profile</h1>;
}
