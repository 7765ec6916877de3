import { boundaryEventsHaveHosts } from './boundary-events-have-hosts.ts';
import { conditionsAreWhereAllowed } from './conditions-are-where-allowed.ts';
import { decisionsAreComplete } from './decisions-are-complete.ts';
import { elementsAreComplete } from './elements-are-complete.ts';
import { everyScopeStarts } from './every-scope-starts.ts';
import { everythingIsReached } from './everything-is-reached.ts';
import { expressionsParse } from './expressions-parse.ts';
import { flowsAreAllowed } from './flows-are-allowed.ts';
import { formsAreSound } from './forms-are-sound.ts';
import { idsAreUnique } from './ids-are-unique.ts';
import { layoutBelongsToSomething } from './layout-belongs-to-something.ts';
import { mappingsAreSound } from './mappings-are-sound.ts';
import { parentsAreContainers } from './parents-are-containers.ts';
import { pathsGoOn } from './paths-go-on.ts';
import { referencesExist } from './references-exist.ts';
import type { Rule } from './rule.ts';
import { timersAreComplete } from './timers-are-complete.ts';
import { triggersFit } from './triggers-fit.ts';
import { variablesAreSound } from './variables-are-sound.ts';

/** All a graph must keep to, in the order in which problems are shown. */
export const RULES: readonly Rule[] = [
  ({ graph }) => idsAreUnique(graph),
  referencesExist,
  parentsAreContainers,
  boundaryEventsHaveHosts,
  flowsAreAllowed,
  everyScopeStarts,
  everythingIsReached,
  pathsGoOn,
  triggersFit,
  timersAreComplete,
  decisionsAreComplete,
  conditionsAreWhereAllowed,
  elementsAreComplete,
  formsAreSound,
  mappingsAreSound,
  variablesAreSound,
  expressionsParse,
  layoutBelongsToSomething,
];
