import type { TaskDetail } from '@baton/contract';

type Entry = TaskDetail['history'][number];

/** After the name of whoever did it: `started the process`, `completed Check data`, `decided Approve: Reject`. */
export const historyWords = ({ what, elementId }: Pick<Entry, 'what' | 'elementId'>, steps: TaskDetail['steps']): string => {
  if (elementId === null) return what === 'started' ? 'started the process' : what;
  const step = steps.find((candidate) => candidate.elementId === elementId)?.name ?? 'a step';
  return what === 'completed' ? `completed ${step}` : `decided ${step}: ${what}`;
};
