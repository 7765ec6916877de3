import { usePage } from '../frame/page-state.ts';

export function UsersPage() {
  usePage([{ label: 'Users' }]);
  return <h1>Users</h1>;
}
