import type { Case } from '../graph-with.ts';
import { ACTIVITIES } from './activities.ts';
import { COLLABORATION } from './collaboration.ts';
import { EVENTS } from './events.ts';
import { GATEWAYS } from './gateways.ts';
import { PROPERTIES } from './properties.ts';
import { STRUCTURE } from './structure.ts';
import { UNDOING } from './undoing.ts';

/** One for each problem that `validate` can find, by topic. */
export const CASES: readonly Case[] = [...STRUCTURE, ...EVENTS, ...GATEWAYS, ...ACTIVITIES, ...UNDOING, ...COLLABORATION, ...PROPERTIES];
