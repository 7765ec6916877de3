import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Material that nobody on this project wrote; it lies beside the project, not in it. */
const shared = process.env.BATON_SHARED ?? join(dirname(fileURLToPath(import.meta.url)), '../../../../../shared');
export const CONFORMANCE = join(shared, 'conformance');
export const NOT_THERE = 'the folder ../shared/conformance is not there; BATON_SHARED names another';
