import type { Graph } from '../graph.ts';
import { invoiceApproval } from './invoice-approval.ts';
import { leaveRequest } from './leave-request.ts';
import { onboarding } from './onboarding.ts';

/** Processes to begin with: complete, and to be finished even by somebody who is the only user. */
export const TEMPLATES: readonly Graph[] = [leaveRequest, invoiceApproval, onboarding];

/** A process of one's own made from a template. Shares its parts: graphs are never changed in place. */
export const graphFromTemplate = (template: Graph, own: { readonly key: string; readonly name: string }): Graph => ({ ...template, ...own });
