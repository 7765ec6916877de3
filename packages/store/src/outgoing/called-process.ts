import type { Call } from '@baton/engine';
import type { CompiledVersion } from '../process-cache.ts';
import type { OutgoingContext } from './outgoing-context.ts';

/** The version that a call asks for, or a sentence why there is none. */
export async function calledProcess({ pool, processes }: OutgoingContext, tenantId: string, call: Call): Promise<CompiledVersion | string> {
  const found = await FINDERS[call.binding]({ pool, processes }, tenantId, call);
  return found ?? `Expected a published process ${call.processKey}${WHICH[call.binding](call)}, but there is none. Publish it, then try again.`;
}

type Finder = (context: Pick<OutgoingContext, 'pool' | 'processes'>, tenantId: string, call: Call) => Promise<CompiledVersion | null>;

const FINDERS: { readonly [B in Call['binding']]: Finder } = {
  latest: ({ processes }, tenantId, { processKey }) => processes.latest(tenantId, processKey),
  version: ({ processes }, tenantId, { processKey, version = 0 }) => processes.version(tenantId, processKey, version),
  tag: async ({ pool, processes }, tenantId, { processKey, tag = '' }) => {
    const { rows } = await pool.query<{ version: number }>(
      `SELECT version FROM process_version WHERE tenant_id = $1 AND process_key = $2 AND graph->>'versionTag' = $3 ORDER BY version DESC LIMIT 1`,
      [tenantId, processKey, tag],
    );
    return rows[0] ? processes.version(tenantId, processKey, rows[0].version) : null;
  },
};

const WHICH: { readonly [B in Call['binding']]: (call: Call) => string } = {
  latest: () => '',
  version: ({ version }) => ` with version ${version}`,
  tag: ({ tag }) => ` with the tag ${tag}`,
};
