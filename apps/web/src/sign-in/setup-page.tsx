import { usePage } from '../frame/page-state.ts';

export function SetupPage() {
  usePage([{ label: 'First administrator' }]);
  return <h1>First administrator</h1>;
}
