import { usePage } from '../frame/page-state.ts';

export function InstancePage() {
  usePage([{ label: 'Instance' }]);
  return <h1>Instance</h1>;
}
