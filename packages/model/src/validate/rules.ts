import { artifactsAreJoined } from './artifacts-are-joined.ts';
import { boundaryEventsHaveHosts } from './boundary-events-have-hosts.ts';
import { compensationIsHandled } from './compensation-is-handled.ts';
import { conditionsAreWhereAllowed } from './conditions-are-where-allowed.ts';
import { conditionsCanBeTrue } from './conditions-can-be-true.ts';
import { dataIsSound } from './data-is-sound.ts';
import { decisionsAreComplete } from './decisions-are-complete.ts';
import { elementsAreComplete } from './elements-are-complete.ts';
import { eventGatewaysAreSound } from './event-gateways-are-sound.ts';
import { eventsAreNamed } from './events-are-named.ts';
import { everyScopeStarts } from './every-scope-starts.ts';
import { everythingIsReached } from './everything-is-reached.ts';
import { expressionsParse } from './expressions-parse.ts';
import { flowsAreAllowed } from './flows-are-allowed.ts';
import { formsAreSound } from './forms-are-sound.ts';
import { gatewaysAreSound } from './gateways-are-sound.ts';
import { idsAreUnique } from './ids-are-unique.ts';
import { instancesAreStarted } from './instances-are-started.ts';
import { interruptionsFit } from './interruptions-fit.ts';
import { layoutBelongsToSomething } from './layout-belongs-to-something.ts';
import { linksArePaired } from './links-are-paired.ts';
import { loopsAreSound } from './loops-are-sound.ts';
import { mappingsAreSound } from './mappings-are-sound.ts';
import { messageFlowsAreAllowed } from './message-flows-are-allowed.ts';
import { parentsAreContainers } from './parents-are-containers.ts';
import { pathsGoOn } from './paths-go-on.ts';
import { poolsAndLanesFit } from './pools-and-lanes-fit.ts';
import { referencesExist } from './references-exist.ts';
import type { Rule } from './rule.ts';
import { subProcessesAreSound } from './sub-processes-are-sound.ts';
import { timersAreComplete } from './timers-are-complete.ts';
import { transactionsAreCancelled } from './transactions-are-cancelled.ts';
import { triggersFit } from './triggers-fit.ts';
import { variablesAreSound } from './variables-are-sound.ts';

/** All a graph must keep to, in the order in which problems are shown. */
export const RULES: readonly Rule[] = [
  ({ graph }) => idsAreUnique(graph),
  referencesExist,
  parentsAreContainers,
  poolsAndLanesFit,
  boundaryEventsHaveHosts,
  flowsAreAllowed,
  messageFlowsAreAllowed,
  artifactsAreJoined,
  everyScopeStarts,
  everythingIsReached,
  pathsGoOn,
  instancesAreStarted,
  subProcessesAreSound,
  transactionsAreCancelled,
  compensationIsHandled,
  linksArePaired,
  triggersFit,
  interruptionsFit,
  eventsAreNamed,
  timersAreComplete,
  gatewaysAreSound,
  eventGatewaysAreSound,
  decisionsAreComplete,
  conditionsAreWhereAllowed,
  conditionsCanBeTrue,
  loopsAreSound,
  elementsAreComplete,
  formsAreSound,
  mappingsAreSound,
  variablesAreSound,
  dataIsSound,
  expressionsParse,
  layoutBelongsToSomething,
];
