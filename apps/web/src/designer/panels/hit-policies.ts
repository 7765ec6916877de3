import type { DecisionTable } from '@baton/model';

/** Hit policies, and what is made of several hits, as one choice in words. */
export const HIT_POLICIES = [
  { value: 'first', label: 'First match', set: { hitPolicy: 'first' } },
  { value: 'unique', label: 'Must be unique', set: { hitPolicy: 'unique' } },
  { value: 'any', label: 'All matches must agree', set: { hitPolicy: 'any' } },
  { value: 'ruleOrder', label: 'List of all matches, in order', set: { hitPolicy: 'ruleOrder' } },
  { value: 'collect', label: 'Collect all matches', set: { hitPolicy: 'collect' } },
  { value: 'sum', label: 'Collect sum', set: { hitPolicy: 'collect', aggregation: 'sum' } },
  { value: 'min', label: 'Collect smallest', set: { hitPolicy: 'collect', aggregation: 'min' } },
  { value: 'max', label: 'Collect largest', set: { hitPolicy: 'collect', aggregation: 'max' } },
  { value: 'count', label: 'Collect number of matches', set: { hitPolicy: 'collect', aggregation: 'count' } },
] as const satisfies readonly { readonly value: string; readonly label: string; readonly set: Pick<DecisionTable, 'hitPolicy' | 'aggregation'> }[];

/** The choice that a table stands for; without a policy it is DMN's own: unique. */
export const policyOf = ({ hitPolicy = 'unique', aggregation }: DecisionTable): string => (hitPolicy === 'collect' ? (aggregation ?? hitPolicy) : hitPolicy);

export function withPolicy({ hitPolicy: _hitPolicy, aggregation: _aggregation, ...rest }: DecisionTable, value: string): DecisionTable {
  return { ...rest, ...HIT_POLICIES.find((policy) => policy.value === value)?.set };
}
