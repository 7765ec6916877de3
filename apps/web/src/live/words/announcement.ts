import type { LiveEvent } from '@baton/contract';
import { causeWords } from '../../incidents/cause-words.ts';
import type { GraphWords } from '../graph-words.ts';
import { whoIsAsked } from './waiting-reason.ts';

/** What a screen reader is told of an event as it happens; null for what would only be noise. */
export function announcementOf(event: LiveEvent, words: GraphWords): string | null {
  const step = 'elementId' in event ? words.nameOf(event.elementId) : '';
  if (event.type === 'element.waiting' && event.waitingFor.kind === 'person') return `${step}: waiting for ${whoIsAsked(event.waitingFor)}`;
  if (event.type === 'task.completed') return `${step}: done by ${event.by.name}`;
  if (event.type === 'task.assigned') return event.assignee ? `${step}: taken by ${event.assignee.name}` : `${step}: put back`;
  if (event.type === 'timer.fired') return `${step}: time is up`;
  if (event.type === 'incident.raised') return `${step} needs attention: ${causeWords(event.message).headline}`;
  if (event.type === 'incident.resolved') return 'Tried again';
  if (event.type === 'instance.completed') return 'The process is finished';
  if (event.type === 'instance.cancelled') return `The process was canceled by ${event.by.name}`;
  return null;
}
