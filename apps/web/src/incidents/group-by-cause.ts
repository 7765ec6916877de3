import type { Incident } from '@baton/contract';
import { groupBy } from '../ui/group-by.ts';
import { shortHash } from './short-hash.ts';

/** Incidents with the same error at the same step: one cause, one thing to mend. */
export interface Cause {
  /** Stable as long as the cause is the same, so that it can stand in a link. */
  readonly id: string;
  readonly code: string;
  /** The message of the newest. */
  readonly message: string;
  readonly processKey: string;
  readonly processName: string;
  readonly elementId: string;
  readonly elementName: string;
  readonly versions: readonly number[];
  readonly firstAt: string;
  readonly lastAt: string;
  /** Newest first. */
  readonly incidents: readonly Incident[];
}

/** What differs from one instance to the next: ids, quoted values, numbers, times. */
const PARTICULARS = /[0-9a-f]{8}-[0-9a-f-]{27,}|"[^"]*"|'[^']*'|“[^”]*”|\d+/gi;

/** A message without what is particular to one instance. */
export const fingerprint = (message: string): string => message.replace(PARTICULARS, '*').replace(/\s+/g, ' ').trim().toLowerCase();

function causeOf(id: string, incidents: readonly Incident[]): Cause {
  const newestFirst = incidents.toSorted((a, b) => b.raisedAt.localeCompare(a.raisedAt));
  const newest = newestFirst[0]!;
  return {
    id,
    code: newest.code,
    message: newest.message,
    processKey: newest.processKey,
    processName: newest.processName,
    elementId: newest.elementId,
    elementName: newest.elementName || newest.elementId,
    versions: [...new Set(newestFirst.map((incident) => incident.version))].sort((a, b) => a - b),
    firstAt: newestFirst.at(-1)!.raisedAt,
    lastAt: newest.raisedAt,
    incidents: newestFirst,
  };
}

/** The causes, the one with most instances first; of equals the newest. */
export function groupByCause(incidents: readonly Incident[]): Cause[] {
  const groups = groupBy(incidents, (incident) => shortHash([incident.processKey, incident.elementId, incident.code, fingerprint(incident.message)].join('|')));
  return [...groups].map(([id, group]) => causeOf(id, group)).sort((a, b) => b.incidents.length - a.incidents.length || b.lastAt.localeCompare(a.lastAt));
}
