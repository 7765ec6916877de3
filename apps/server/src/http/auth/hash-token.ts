import { createHash } from 'node:crypto';

/** Of keys and tokens that are long and random, so that a fast hash is enough. Looking a hash up gives nothing away by its timing. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex');
