import type { Instant, Page, PageQuery } from '../result.ts';

export type Incident = {
  id: string;
  instanceId: string;
  /** What `resolveIncident` wants. */
  incidentKey: string;
  processKey: string;
  processName: string;
  version: number;
  businessKey: string | null;
  elementId: string;
  elementName: string;
  code: string;
  message: string;
  status: 'open' | 'resolved';
  raisedAt: Instant;
  resolvedAt: Instant | null;
};

export interface IncidentQueries {
  /** Newest first. */
  list(
    query: {
      tenantId: string;
      status: 'open' | 'resolved';
      processKey?: string | undefined;
      instanceId?: string | undefined;
      elementId?: string | undefined;
    } & PageQuery,
  ): Promise<Page<Incident>>;
  get(one: { tenantId: string; incidentId: string }): Promise<Incident | null>;
}
