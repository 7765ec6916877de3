import { LIMITS } from '../limits.ts';

/**
 * What evaluations may cost together. It counts work, not time, so the same expression over the same values always ends the same way,
 * also when it is replayed. Several evaluations may share one: all cells of a decision table do.
 */
export type Budget = { spent: number };

export const newBudget = (): Budget => ({ spent: 0 });
export const isExhausted = (budget: Budget): boolean => budget.spent > LIMITS.steps;
