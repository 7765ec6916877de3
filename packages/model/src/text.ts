import { z } from 'zod';

/** Longest text in a property; expressions have their own, shorter limit. */
export const MAX_TEXT = 20_000;

/** A literal, or FEEL if it begins with `=`. */
export const text = () => z.string().max(MAX_TEXT);

/** Names of people or groups: literals in a list (each may be FEEL), or one text that is FEEL or a single name. */
export const names = () => z.union([text(), z.array(text()).max(200)]);

export const isExpression = (value: string) => value.startsWith('=');
/** The FEEL source of a condition or a `=` text. */
export const expressionOf = (value: string) => (isExpression(value) ? value.slice(1) : value).trim();
