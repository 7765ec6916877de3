import { useEffect, useState } from 'react';
import type { LiveState } from '../../api/live-client.ts';

/** When the connection was lost: until then what is shown was the present. Null while it is there. */
export function usePausedAt(connection: LiveState): number | null {
  const [pausedAt, setPausedAt] = useState<number | null>(null);
  const isPaused = connection === 'paused';
  useEffect(() => setPausedAt(isPaused ? Date.now() : null), [isPaused]);
  return pausedAt;
}
