import { usePage } from '../frame/page-state.ts';

export function InboxPage() {
  usePage([{ label: 'Inbox' }]);
  return <h1>Inbox</h1>;
}
