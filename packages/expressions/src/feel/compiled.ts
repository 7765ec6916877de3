import type { Environment } from './environment.ts';

/** What is known of a part's value before it runs. feelin decides by it whether a filter is an index or a test. */
export type StaticType = 'number' | 'boolean' | 'string' | 'test' | 'any' | 'date' | 'nil' | 'other';

export type Run = (environment: Environment) => unknown;
export type Compiled = { readonly run: Run; readonly type: StaticType };

export const compiled = (type: StaticType, run: Run): Compiled => ({ run, type });
export const unify = (a: Compiled, b: Compiled): StaticType => (a.type === b.type ? a.type : 'any');
