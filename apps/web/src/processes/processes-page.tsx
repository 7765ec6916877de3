import { usePage } from '../frame/page-state.ts';

export function ProcessesPage() {
  usePage([{ label: 'Processes' }]);
  return <h1>Processes</h1>;
}
