import type { Store } from '@baton/store';
import { Router } from 'express';

const LIMIT_MS = 2000;

/** `/healthz`: the process answers. `/readyz`: it takes work: not draining, database reached, migrations applied. */
export function healthRoutes(store: Pick<Store, 'isReady'>, draining: AbortSignal): Router {
  const router = Router();
  router.get('/healthz', (_request, response) => void response.json({ status: 'alive' }));
  router.get('/readyz', async (_request, response) => {
    const reason = draining.aborted ? 'shutting-down' : await reasonNotReady(store);
    response.setHeader('Cache-Control', 'no-store');
    response.status(reason ? 503 : 200).json(reason ? { status: 'not-ready', reason } : { status: 'ready' });
  });
  return router;
}

async function reasonNotReady(store: Pick<Store, 'isReady'>): Promise<string | null> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), LIMIT_MS);
  });
  try {
    const ready = await Promise.race([store.isReady(), tooLate]);
    if (ready === 'late') return 'database-slow';
    return ready ? null : 'migrations-missing';
  } catch {
    return 'database-unavailable';
  } finally {
    clearTimeout(timer);
  }
}
