import { date, type FeelDateTime, parseDateTime } from 'feelin';
import { DateTime } from 'luxon';
import type { Environment } from './environment.ts';

/** Steps. */
const COST = 100;

/** The built-ins that read the clock elsewhere; here they read `now` of the evaluation. */
export const CLOCK: { readonly [name: string]: (environment: Environment) => unknown } = {
  now: (environment): FeelDateTime | null => (environment.spend(COST) ? parseDateTime(new Date(environment.now).toISOString()) : null),
  today: (environment) => (environment.spend(COST) ? date(DateTime.fromMillis(environment.now, { zone: environment.zone }).toISODate() ?? '') : null),
};
