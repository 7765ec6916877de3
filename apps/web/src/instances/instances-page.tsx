import { usePage } from '../frame/page-state.ts';

export function InstancesPage() {
  usePage([{ label: 'Instances' }]);
  return <h1>Instances</h1>;
}
