import { date, type FeelDateTime, parseDateTime } from 'feelin';
import { DateTime } from 'luxon';
import type { Environment } from './environment.ts';

/** The built-ins that read the clock elsewhere; here they read `now` of the evaluation. */
export const CLOCK: { readonly [name: string]: (environment: Environment) => unknown } = {
  now: ({ now }): FeelDateTime | null => parseDateTime(new Date(now).toISOString()),
  today: ({ now, zone }) => date(DateTime.fromMillis(now, { zone }).toISODate() ?? ''),
};
