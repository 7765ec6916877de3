import type { Services } from '../../services.ts';
import type { Handlers } from '../handler.ts';
import { deploymentHandlers } from './deployments.ts';
import { draftHandlers } from './drafts.ts';
import { eventHandlers } from './events.ts';
import { incidentHandlers } from './incidents.ts';
import { instanceHandlers } from './instances.ts';
import { jobHandlers } from './jobs.ts';
import { peopleHandlers } from './people.ts';
import { processHandlers } from './processes.ts';
import { taskHandlers } from './tasks.ts';
import { webhookHandlers } from './webhooks.ts';

/** Total: the compiler names a route of the contract that nobody handles. */
export const createHandlers = (services: Services): Handlers => ({
  ...deploymentHandlers(services),
  ...processHandlers(services),
  ...draftHandlers(services),
  ...instanceHandlers(services),
  ...taskHandlers(services),
  ...jobHandlers(services),
  ...eventHandlers(services),
  ...webhookHandlers(services),
  ...incidentHandlers(services),
  ...peopleHandlers(services),
});
