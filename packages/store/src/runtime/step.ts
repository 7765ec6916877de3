import type { step } from '@baton/engine';

/** The engine's step; a test may put a faulty one in its place. */
export type Step = typeof step;
