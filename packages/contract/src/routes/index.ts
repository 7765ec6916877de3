import * as deployments from './deployments.ts';
import * as incidents from './incidents.ts';
import * as instances from './instances.ts';
import * as jobs from './jobs.ts';
import * as people from './people.ts';
import * as processes from './processes.ts';
import * as tasks from './tasks.ts';

/** Every call of `/api/v1`. The server refuses to start if one has no handler. */
export const ROUTES = {
  deploy: deployments.deploy,
  convert: deployments.convert,
  listProcesses: processes.listProcesses,
  createProcess: processes.createProcess,
  getProcess: processes.getProcess,
  deleteProcess: processes.deleteProcess,
  getVersion: processes.getVersion,
  getDraft: processes.getDraft,
  putDraft: processes.putDraft,
  publishDraft: processes.publishDraft,
  startInstance: instances.startInstance,
  listInstances: instances.listInstances,
  getInstance: instances.getInstance,
  getView: instances.getView,
  getGraph: instances.getGraph,
  getVariables: instances.getVariables,
  patchVariables: instances.patchVariables,
  listElements: instances.listElements,
  listEvents: instances.listEvents,
  cancelInstance: instances.cancelInstance,
  listTasks: tasks.listTasks,
  countTasks: tasks.countTasks,
  getTask: tasks.getTask,
  claimTask: tasks.claimTask,
  unclaimTask: tasks.unclaimTask,
  assignTask: tasks.assignTask,
  completeTask: tasks.completeTask,
  getTaskDraft: tasks.getTaskDraft,
  putTaskDraft: tasks.putTaskDraft,
  activateJobs: jobs.activateJobs,
  completeJob: jobs.completeJob,
  failJob: jobs.failJob,
  extendJob: jobs.extendJob,
  listIncidents: incidents.listIncidents,
  retryIncident: incidents.retryIncident,
  resolveIncident: incidents.resolveIncident,
  getMe: people.getMe,
  getSetup: people.getSetup,
  createFirstAdministrator: people.createFirstAdministrator,
  listPeople: people.listPeople,
  listUsers: people.listUsers,
  createUser: people.createUser,
  updateUser: people.updateUser,
  listGroups: people.listGroups,
  createGroup: people.createGroup,
  updateGroup: people.updateGroup,
  deleteGroup: people.deleteGroup,
} as const;

export type RouteName = keyof typeof ROUTES;
