import { usePage } from '../frame/page-state.ts';

export function TaskPage() {
  usePage([{ label: 'Task' }]);
  return <h1>Task</h1>;
}
