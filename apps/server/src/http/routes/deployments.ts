import { draftUpdateOf } from '@baton/draft';
import { checksumOf, publishableGraph, soundnessOf } from '../../designer/checked-graph.ts';
import { plainProblem } from '../../designer/plain-problem.ts';
import type { Services } from '../../services.ts';
import { actorOf } from '../auth/principal.ts';
import type { Handlers } from '../handler.ts';

export const deploymentHandlers = ({ store, onDraftChanged }: Services): Pick<Handlers, 'deploy'> => ({
  deploy: async ({ body, principal }) => {
    const graph = publishableGraph(body);
    const processes = await store.processes.publish({
      tenantId: principal.tenantId,
      by: actorOf(principal),
      processes: [{ graph, checksum: checksumOf(graph), draftState: draftUpdateOf(graph) }],
    });
    onDraftChanged(principal.tenantId, graph.key);
    const problems = soundnessOf(graph).map(plainProblem);
    return { body: { processes: processes.map((published) => ({ ...published, problems })) } };
  },
});
