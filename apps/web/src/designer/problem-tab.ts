import type { Problem } from '@baton/model';
import type { TabId } from './panels/tab.ts';

/** By the first word of where in an element the problem is, or the first two. */
const TAB_OF: Readonly<Record<string, TabId>> = {
  form: 'form',
  assignee: 'people',
  candidateUsers: 'people',
  candidateGroups: 'people',
  inputs: 'data',
  outputs: 'data',
  variables: 'data',
  approval: 'rules',
  dueDate: 'rules',
  priority: 'advanced',
  loop: 'rules',
  startQuantity: 'advanced',
  completionQuantity: 'advanced',
  isForCompensation: 'advanced',
  followUpDate: 'advanced',
  'job.retries': 'advanced',
  'job.headers': 'advanced',
  'loop.behaviour': 'advanced',
  'loop.event': 'advanced',
  'loop.events': 'advanced',
};

/** The tab in which a problem can be mended. */
export function tabOf({ path = '' }: Pick<Problem, 'path'>): TabId {
  const [first = '', second = ''] = path.split('.');
  return TAB_OF[`${first}.${second}`] ?? TAB_OF[first] ?? 'general';
}
