import { VARIABLE_NAME } from '@baton/model';

/** What is wrong with the name of a variable. */
export const checkVariable = (name: string): string | null => (VARIABLE_NAME.test(name.trim()) ? null : 'Letters, digits and _; a letter first');
