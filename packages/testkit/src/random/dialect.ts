import type { Mapping } from '@baton/model';

/** What a random process says where it has a choice of words. */
export type Dialect = {
  readonly condition: (at: number) => string;
  /** Of flows that lead anywhere out of what decides at once: hardly ever true, or it loops for ever. */
  readonly rarely: string;
  readonly script: (at: number) => string;
  readonly mappings: (at: number) => { inputs?: Mapping[]; outputs?: Mapping[] };
  readonly duration: (at: number) => string;
  /** Approvals, assignees, expressions that may fail. */
  readonly isFussy: boolean;
};

export const choose = <T>(items: readonly T[], at: number): T => items[Math.floor(at) % items.length]!;

const CONDITIONS = ['n > 3', 'n <= 3', 'flag', 'not(flag)', 'n = 2 or flag', 'flag and n > 1', 'maybe > 2', 'n'];
const SCRIPTS = ['n + 1', 'if flag then 1 else 2', 'n * 2', 'sum([n, 1])', 'missing + 1'];
const INPUTS: readonly Mapping[] = [
  { target: 'n', value: '=n + 1' },
  { target: 'local', value: '={a: n, b: [flag]}' },
  { target: 'maybe', value: '=7' },
];
const OUTPUTS: readonly Mapping[] = [
  { target: 'n', value: '=n' },
  { target: 'out', value: '="x"' },
  { target: 'maybe', value: '=missing' },
];

/** All that can go wrong with data does. */
export const DATA: Dialect = {
  condition: (at) => choose(CONDITIONS, at),
  rarely: 'n > 900',
  script: (at) => choose(SCRIPTS, at),
  mappings: (at) => ({ ...(at % 5 === 0 ? { inputs: [choose(INPUTS, at)] } : {}), ...(at % 7 === 0 ? { outputs: [choose(OUTPUTS, at)] } : {}) }),
  duration: (at) => (at % 13 ? 'PT1H' : '=delay'),
  isFussy: true,
};

/** Nothing but flags, as the token game knows them: what differs is a matter of tokens. */
export const FLAGS: Dialect = {
  condition: (at) => choose(['a', 'not(a)', 'b', 'not(b)'], at),
  rarely: 'rare',
  script: () => '1',
  mappings: () => ({}),
  duration: () => 'PT1H',
  isFussy: false,
};
