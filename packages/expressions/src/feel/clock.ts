import { date, parseDateTime } from 'feelin';
import { DateTime } from 'luxon';
import type { Environment } from './environment.ts';

/** Steps, the first time. */
const COST = 100;

const MAKERS: { readonly [name: string]: (environment: Environment) => unknown } = {
  now: ({ now }) => parseDateTime(new Date(now).toISOString()),
  today: ({ now, zone }) => date(DateTime.fromMillis(now, { zone }).toISODate() ?? ''),
};

/** The built-ins that read the clock elsewhere; here they read `now` of the evaluation, once. */
export const CLOCK: { readonly [name: string]: (environment: Environment) => unknown } = Object.fromEntries(
  Object.entries(MAKERS).map(([name, make]) => [name, (environment: Environment) => environment.once(name, COST, () => make(environment))]),
);
