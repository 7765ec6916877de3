import type { GraphWords } from '../graph-words.ts';
import { type StepStatus, waitingReason } from '../words/waiting-reason.ts';
import type { Visit } from './visits.ts';

export type Said = { readonly status: StepStatus; readonly word: string; readonly detail: string | null };

/** What happened in one stay: "Done, L. Okafor: Approve", "Waiting for A. Meyer". */
export function saidOfVisit(visit: Visit, words: GraphWords, now: number): Said {
  if (visit.how === 'cancelled') return { status: 'canceled', word: 'Canceled', detail: null };
  if (visit.how === 'completed') return { status: 'done', word: isTimer(visit) ? 'Fired' : 'Done', detail: howItWasDone(visit, words) };

  const { status, headline, detail } = waitingReason(visit.element, now, words.element(visit.element.elementId));
  return { status, word: headline, detail };
}

const isTimer = ({ element }: Visit) => element.elementType === 'boundaryEvent' || element.elementType === 'intermediateCatchEvent';

function howItWasDone(visit: Visit, words: GraphWords): string | null {
  if (visit.decision) return whoDecided(visit.decision, outcomeLabel(visit, words));
  const chosen = visit.tookFlows.flatMap((id) => words.flow(id)?.name ?? []);
  if (chosen.length) return chosen.join(', ');
  if (visit.failures.length) return `After ${visit.failures.length === 1 ? 'a failed try' : `${visit.failures.length} failed tries`}`;
  return null;
}

function whoDecided({ by, comment }: NonNullable<Visit['decision']>, outcome: string | null): string {
  const what = outcome ? `${by.name}: ${outcome}` : by.name;
  return comment ? `${what}, “${comment}”` : what;
}

/** The button's words where the step has them, else the value the process saw. */
function outcomeLabel({ decision, element }: Visit, words: GraphWords): string | null {
  if (!decision?.outcome) return null;
  const drawn = words.element(element.elementId);
  const outcomes = drawn?.type === 'userTask' ? drawn.approval?.outcomes : undefined;
  return outcomes?.find(({ value }) => value === decision.outcome)?.label ?? capital(decision.outcome);
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
