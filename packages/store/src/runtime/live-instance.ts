import { type Actor, type InstanceState, isFinished, openIncidents, waitingElements } from '@baton/engine';
import type { Process } from '@baton/model';
import type { InstanceStatus, InstanceSummary } from '../queries/instance-queries.ts';

/** The call that started an instance. `depth`: how many calls it is away from the root, 1 for a child of it. */
export type Parent = { readonly instanceId: string; readonly callKey: string; readonly elementId: string; readonly rootId: string; readonly depth: number };

/** An instance as the runtime holds it: the engine's state and what the row says beside it. `version` is the fence. */
export type LiveInstance = {
  readonly tenantId: string;
  readonly id: string;
  readonly process: Process;
  readonly processVersion: number;
  readonly version: number;
  readonly businessKey: string | null;
  readonly parent: Parent | null;
  /** Of the message that started it. */
  readonly correlationKey: string | null;
  readonly startedBy: Actor;
  readonly startedAt: number;
  readonly endedAt: number | null;
  /** A bug of ours stopped it: nothing is stepped until somebody tries again. */
  readonly isSuspended: boolean;
  readonly state: InstanceState;
};

const SHOWN = 5;

export const hasIncident = (instance: LiveInstance) => instance.isSuspended || openIncidents(instance.state).length > 0;

export function statusOf({ state, isSuspended }: LiveInstance): InstanceStatus {
  if (isSuspended) return 'suspended';
  return state.status === 'new' ? 'active' : state.status;
}

/** Ids of the elements it stands at, each once. */
export function standsAt({ state }: LiveInstance): string[] {
  return isFinished(state) ? [] : [...new Set(waitingElements(state).map((element) => element.elementId))];
}

export function summaryOf(instance: LiveInstance): InstanceSummary {
  const { process, startedBy } = instance;
  return {
    id: instance.id,
    processKey: process.key,
    processName: process.name,
    version: instance.processVersion,
    status: statusOf(instance),
    hasIncident: hasIncident(instance),
    businessKey: instance.businessKey,
    startedAt: new Date(instance.startedAt).toISOString(),
    endedAt: instance.endedAt === null ? null : new Date(instance.endedAt).toISOString(),
    startedBy,
    parentId: instance.parent?.instanceId ?? null,
    rootId: instance.parent?.rootId ?? instance.id,
    waitingAt: waitingAt(process, standsAt(instance)),
  };
}

export function waitingAt(process: Process, elementIds: readonly string[]): InstanceSummary['waitingAt'] {
  return elementIds
    .filter((id) => process.has(id))
    .slice(0, SHOWN)
    .map((elementId) => {
      const node = process.node(elementId);
      return { elementId, name: node.name ?? elementId, type: node.type };
    });
}
