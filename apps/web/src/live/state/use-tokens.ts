import type { LiveEvent } from '@baton/contract';
import { useEffect, useState } from 'react';
import type { Token } from '../../canvas/token-layer.tsx';

const KEPT = 60;
let crossings = 0;

/** Tokens of the flows just taken. They stay in the list until many others came, so that a later event doesn't end their way. */
export function useTokens(events: readonly LiveEvent[] | null): readonly Token[] {
  const [tokens, setTokens] = useState<readonly Token[]>([]);
  useEffect(() => {
    const crossing = (events ?? []).flatMap((event) => (event.type === 'flow.taken' ? [{ id: `crossing-${++crossings}`, flowId: event.flowId }] : []));
    if (crossing.length) setTokens((before) => [...before, ...crossing].slice(-KEPT));
  }, [events]);
  return tokens;
}
