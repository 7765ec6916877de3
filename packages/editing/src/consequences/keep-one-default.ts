import type { Draft } from '../draft.ts';

/** The default is one: making a flow the default makes the former one an ordinary flow. */
export function keepOneDefault(draft: Draft, defaultFlow: string) {
  const from = draft.flows.get(defaultFlow)?.from;
  for (const flow of draft.flows.values()) {
    if (flow.from !== from || flow.id === defaultFlow || flow.isDefault === undefined) continue;
    const { isDefault: _isDefault, ...kept } = flow;
    draft.flows.set(flow.id, kept);
  }
}
