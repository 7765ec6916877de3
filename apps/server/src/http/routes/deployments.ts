import { draftUpdateOf } from '@baton/draft';
import { importInWorker } from '../../bpmn/import-in-worker.ts';
import { nothingRuns, type Publishable, publishable, refuseErrors } from '../../designer/checked-graph.ts';
import { outgoingGraph } from '../../designer/outgoing-graph.ts';
import { plainProblem } from '../../designer/plain-problem.ts';
import type { Services } from '../../services.ts';
import { actorOf } from '../auth/principal.ts';
import type { Handlers } from '../handler.ts';

export const deploymentHandlers = ({ store, onDraftChanged }: Services): Pick<Handlers, 'deploy' | 'convert'> => ({
  deploy: async ({ body, principal }) => {
    const found = typeof body === 'string' ? await fromXml(body) : publishable(body);
    const processes = await store.processes.publish({
      tenantId: principal.tenantId,
      by: actorOf(principal),
      processes: found.map(({ graph, checksum, draft }) => ({ graph, checksum, draft, draftState: draftUpdateOf(draft) })),
    });
    for (const { key } of processes) onDraftChanged(principal.tenantId, key);
    return { body: { processes } };
  },

  convert: async ({ body }) => {
    const { graphs, report } = await importInWorker(body);
    const [first] = graphs;
    if (!first) refuseErrors(report.problems);
    const { kept, changed, notUnderstood, problems } = report;
    return {
      body: {
        graph: first ? outgoingGraph(first) : null,
        graphs: graphs.map(outgoingGraph),
        report: { kept: [...kept], changed: [...changed], notUnderstood: [...notUnderstood], problems: problems.map(plainProblem) },
      },
    };
  },
});

/** Everything in the file that is meant to run; what only the XML can show to be wrong is refused first. */
async function fromXml(xml: string): Promise<Publishable[]> {
  const { graphs, executable, report } = await importInWorker(xml);
  refuseErrors(report.problems);
  const found = graphs.filter(({ key }) => executable.includes(key)).flatMap(publishable);
  if (found.length === 0) refuseErrors([nothingRuns()]);
  return found;
}
