export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
/** Variables by name: plain JSON values. */
export type Values = { readonly [name: string]: Json };

/** Keys that JavaScript gives a meaning: never data. */
export const isForbiddenKey = (key: string): boolean => key === '__proto__' || key === 'constructor' || key === 'prototype';

export const isRecord = (value: unknown): value is { readonly [key: string]: unknown } =>
  typeof value === 'object' && value !== null && (Object.getPrototypeOf(value) === Object.prototype || Object.getPrototypeOf(value) === null);
