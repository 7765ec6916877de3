import type { Problem } from '@baton/model';
import type { TabId } from './panels/tab.ts';

/** By the first word of where in an element the problem is. */
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
};

/** The tab in which a problem can be mended. */
export const tabOf = ({ path = '' }: Pick<Problem, 'path'>): TabId => TAB_OF[path] ?? TAB_OF[path.split('.')[0] ?? ''] ?? 'general';
