import { IANAZone } from 'luxon';

/** Is that a time zone this machine knows, e.g. Europe/Berlin? */
export const isTimeZone = (name: string): boolean => IANAZone.isValidZone(name);
