import { foldAll, type InstanceView, initialView, type LiveEvent } from '@baton/contract';

/** A moment to stop at in the replay: the state after all that happened at once. */
export type Stop = { readonly seq: number; readonly at: number; readonly events: readonly LiveEvent[]; readonly kind: StopKind };
/** What is worth seeing on the track, the gravest first. */
export type StopKind = 'attention' | 'canceled' | 'waiting' | 'done' | 'passed';

/** What happened in one commit has one time; it is one stop. */
export function stopsOf(log: readonly LiveEvent[]): readonly Stop[] {
  const groups: LiveEvent[][] = [];
  for (const event of log) {
    const group = groups.at(-1);
    if (group?.[0]?.at === event.at) group.push(event);
    else groups.push([event]);
  }
  return groups.map((events) => ({ seq: events.at(-1)?.seq ?? 0, at: Date.parse(events[0]?.at ?? ''), events, kind: kindOf(events) }));
}

function kindOf(events: readonly LiveEvent[]): StopKind {
  const has = (...types: LiveEvent['type'][]) => events.some(({ type }) => types.includes(type));
  if (has('incident.raised')) return 'attention';
  if (has('instance.cancelled')) return 'canceled';
  if (has('job.failed', 'timer.fired')) return 'waiting';
  return has('instance.started', 'instance.completed', 'task.completed', 'incident.resolved') ? 'done' : 'passed';
}

/** The view as it was after event `seq`. */
export const viewAt = (id: string, log: readonly LiveEvent[], seq: number): InstanceView =>
  foldAll(
    initialView(id),
    log.filter((event) => event.seq <= seq),
  );

/** The stop the replay stands at: the last not after `seq`. */
export const stopIndexAt = (stops: readonly Stop[], seq: number): number =>
  Math.max(
    0,
    stops.findLastIndex((stop) => stop.seq <= seq),
  );

/** The stop nearest to a place on the track. */
export function nearestStop(stops: readonly Stop[], positionOf: (at: number) => number, position: number): Stop | undefined {
  const distance = (stop: Stop) => Math.abs(positionOf(stop.at) - position);
  return stops.reduce<Stop | undefined>((best, stop) => (best && distance(best) < distance(stop) ? best : stop), undefined);
}
