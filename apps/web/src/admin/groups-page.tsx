import { usePage } from '../frame/page-state.ts';

export function GroupsPage() {
  usePage([{ label: 'Groups' }]);
  return <h1>Groups</h1>;
}
