import { usePage } from '../frame/page-state.ts';

export function IncidentsPage() {
  usePage([{ label: 'Incidents' }]);
  return <h1>Incidents</h1>;
}
