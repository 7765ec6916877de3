import { usePage } from '../frame/page-state.ts';

export function DesignerPage() {
  usePage([{ label: 'Designer' }]);
  return <h1>Designer</h1>;
}
